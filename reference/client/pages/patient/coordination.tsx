import type { Appointment, Communication, Consent } from '@medplum/fhirtypes';
import { Radio, RadioGroup, Select, Textarea } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { tokenOf } from '../../fhir/concepts.ts';
import {
  CARE_PLANNING,
  consentOf,
  MESSAGES,
  type MessageKind,
  messageKindOf,
  messageOf,
} from '../../fhir/coordination.ts';
import type { Fhir } from '../../fhir/fhir.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { unitNamesIn } from '../../fhir/unit-names.ts';
import { unitsOf } from '../../fhir/units.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Mistakes, standing } from '../../parts/mistakes.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { Undo } from '../../parts/undo.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { CarePlanningForm } from '../coordination/care-planning-form.tsx';
import { CarePlanningTable } from '../coordination/care-planning-table.tsx';
import { encounterOf } from './chart.ts';
import type { TabProps } from './tabs.ts';

/** Consent, messages with their receipts, and planning, together with the municipality. */
export function CoordinationTab({ chart }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { coordination: t, common, messages, undo } = useTexts();
  const titleOf = (message: Communication) => messages[messageKindOf(message) ?? 'admission'];
  const decisionIn = ({ provision }: Consent) => (provision?.type === 'permit' ? t.permit : t.deny);
  const { reference } = chart.person;
  const live = useLive(
    `coordination ${reference}`,
    () => readCoordination(fhir, reference),
    aboutPatient(reference, 'Consent', 'Communication', 'Appointment', 'Task'),
  );
  return (
    <div className="stack">
      <div className="cards">
        <FormCard
          name={t.consent}
          submit={common.save}
          act="record consent"
          save={async (values) => {
            const decision = values.text('decision') === 'deny' ? 'deny' : 'permit';
            const stored = await fhir.create<Consent>(consentOf({ reference }, decision, t.consent));
            live.refresh();
            return { number: numberOf(stored) };
          }}
        >
          <RadioGroup size="small" name="decision" legend={t.consentQuestion} defaultValue="permit">
            <Radio value="permit">{t.permit}</Radio>
            <Radio value="deny">{t.deny}</Radio>
          </RadioGroup>
        </FormCard>
        <FormCard
          name={t.send}
          submit={t.sendNow}
          act="send coordination messages"
          save={async (values) => {
            const kind = values.text('kind') as MessageKind;
            const municipalities = await unitsOf(fhir, 'municipality');
            const recipient = municipalities.find(({ id }) => id === values.text('recipient'));
            const stored = await fhir.create<Communication>({
              ...messageOf(
                kind,
                { reference },
                recipient?.reference ?? {},
                messages[kind],
                values.text('text'),
              ),
              ...encounterOf(chart),
            });
            live.refresh();
            return { number: numberOf(stored) };
          }}
        >
          <Select size="small" name="kind" label={t.message}>
            {MESSAGES.map((kind) => (
              <option key={kind} value={kind}>
                {messages[kind]}
              </option>
            ))}
          </Select>
          <UnitSelect
            kind="municipality"
            name="recipient"
            label={t.recipient}
            municipality={chart.person.municipality}
          />
          <Textarea size="small" name="text" label={t.text} minRows={2} required />
        </FormCard>
        <CarePlanningForm patient={reference} called={live.refresh} />
      </div>
      <Panel name={t.panel} live={live}>
        {({ consents, communications, plannings, unitNames }) => (
          <div className="stack">
            <RecordTable
              name={t.messages}
              titled
              rows={standing(communications)}
              columns={[
                { heading: common.number, names: true, cell: numberOf },
                { heading: t.message, cell: titleOf },
                { heading: t.recipient, cell: ({ recipient }) => unitNames(recipient?.[0]) },
                { heading: t.sent, cell: ({ sent }) => <Moment at={sent} /> },
                { heading: t.received, cell: ({ received }) => <Moment at={received} /> },
                {
                  heading: undo.action,
                  cell: (message) => <Undo entry={message} what={undo.entries.message} done={live.refresh} />,
                },
              ]}
            />
            <Mistakes of={communications} what={undo.entries.message} words={titleOf} />
            <CarePlanningTable plannings={plannings} />
            <RecordTable
              name={t.consents}
              titled
              rows={standing(consents)}
              columns={[
                { heading: common.number, names: true, cell: numberOf },
                { heading: t.consent, cell: decisionIn },
                { heading: t.recorded, cell: ({ dateTime }) => <Moment at={dateTime} /> },
                {
                  heading: undo.action,
                  cell: (consent) => <Undo entry={consent} what={undo.entries.consent} done={live.refresh} />,
                },
              ]}
            />
            <Mistakes of={consents} what={undo.entries.consent} words={decisionIn} />
          </div>
        )}
      </Panel>
    </div>
  );
}

async function readCoordination(fhir: Fhir, patient: string) {
  const [consents, communications, plannings] = await Promise.all([
    fhir.search<Consent>(`Consent?patient=${patient}&_sort=-date&_count=50`),
    fhir.search<Communication>(
      `Communication?subject=${patient}&_sort=-sent&_include=Communication:recipient&_count=100`,
    ),
    fhir.search<Appointment>(
      `Appointment?patient=${patient}&service-type=${tokenOf(CARE_PLANNING)}&_count=50`,
    ),
  ]);
  return {
    consents: consents.matches,
    communications: communications.matches.filter((message) => messageKindOf(message) !== undefined),
    plannings: plannings.matches,
    unitNames: unitNamesIn(communications.included),
  };
}
