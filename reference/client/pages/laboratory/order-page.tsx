import type { Communication, DiagnosticReport, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { Radio, RadioGroup, Textarea, TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { concept } from '../../fhir/concepts.ts';
import { Refusal } from '../../fhir/errors.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { CRITICAL, type Report, reportOf, reportsIn, testOf, unitOfTest } from '../../fhir/laboratory.ts';
import { numberOf, referenceTo } from '../../fhir/numbers.ts';
import { personFrom } from '../../fhir/people.ts';
import { unitsOf } from '../../fhir/units.ts';
import { aboutTypes } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard, type Values } from '../../parts/form-card.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { ReportList } from '../orders/report-list.tsx';

interface OrderAtLaboratory {
  readonly order: Stored<ServiceRequest>;
  readonly patient: Patient;
  readonly reports: readonly Report[];
}

/** One order at the laboratory: answer it, and telephone what cannot wait. */
export function LaboratoryOrderPage(): ReactNode {
  const { id = '' } = useParams();
  const { fhir } = useSession();
  const { laboratory: t } = useTexts();
  const live = useLive(`order ${id}`, () => readOrder(fhir, id), aboutTypes('DiagnosticReport'));
  return (
    <Page title={t.order(numberOf({ id }))}>
      <Panel name={t.orderPanel} live={live}>
        {({ order, patient, reports }) => {
          const person = personFrom(patient);
          return (
            <div className="stack">
              <p>
                <strong>{testOf(order)}</strong> · {person.identityNumber} · {person.name}
              </p>
              <div className="cards">
                <AnswerForm order={order} answered={live.refresh} />
                <CallForm order={order} reports={reports} />
              </div>
              <ReportList reports={reports} />
            </div>
          );
        }}
      </Panel>
    </Page>
  );
}

function AnswerForm({
  order,
  answered,
}: {
  readonly order: Stored<ServiceRequest>;
  answered(): void;
}): ReactNode {
  const { fhir } = useSession();
  const { laboratory: t } = useTexts();
  const unit = unitOfTest(order);
  const [kind, setKind] = useState<'value' | 'text'>(unit === null ? 'text' : 'value');
  const answerIn = (values: Values): Parameters<typeof reportOf>[1] =>
    kind === 'text'
      ? { text: values.text('text') }
      : { value: values.number('value'), unit: values.text('unit') };
  return (
    <FormCard
      name={t.answer}
      submit={t.validate}
      act="answer and validate tests"
      save={async (values) => {
        const stored = await fhir.create<DiagnosticReport>(reportOf(order, answerIn(values)));
        answered();
        return { number: numberOf(stored) };
      }}
    >
      <RadioGroup size="small" legend={t.answerAs} value={kind} onChange={setKind}>
        <Radio value="value">{t.value}</Radio>
        <Radio value="text">{t.text}</Radio>
      </RadioGroup>
      {kind === 'text' ? (
        <Textarea size="small" name="text" label={t.answerText} minRows={4} required />
      ) : (
        <>
          <TextField
            size="small"
            name="value"
            label={t.measuredValue}
            inputMode="decimal"
            required
            autoComplete="off"
          />
          <TextField
            size="small"
            name="unit"
            label={t.unit}
            defaultValue={unit ?? ''}
            required
            autoComplete="off"
          />
        </>
      )}
    </FormCard>
  );
}

function CallForm(props: {
  readonly order: Stored<ServiceRequest>;
  readonly reports: readonly Report[];
}): ReactNode {
  const { fhir } = useSession();
  const { laboratory: t } = useTexts();
  const { order, reports } = props;
  return (
    <FormCard
      name={t.call}
      submit={t.recordCall}
      act="telephone critical answers"
      save={async (values) => {
        const [latest] = reports;
        if (latest === undefined) throw new Refusal(409, t.nothingToCallAbout);
        const units = await unitsOf(fhir);
        const recipient = units.find(({ id }) => id === values.text('recipient'));
        const stored = await fhir.create<Communication>({
          resourceType: 'Communication',
          status: 'completed',
          category: [concept(CRITICAL.call, 'Kritiskt provsvar')],
          medium: [{ text: 'telefon' }],
          subject: order.subject as Communication['subject'],
          about: [referenceTo(latest.report)],
          recipient: recipient === undefined ? [] : [recipient.reference],
          sent: new Date().toISOString(),
          payload: [{ contentString: latest.text }],
        });
        return { number: numberOf(stored) };
      }}
    >
      <UnitSelect name="recipient" label={t.calledUnit} />
    </FormCard>
  );
}

async function readOrder(fhir: Fhir, id: string): Promise<OrderAtLaboratory> {
  const order = await fhir.read<Stored<ServiceRequest>>(`ServiceRequest/${id}`);
  const [patient, reports] = await Promise.all([
    fhir.read<Patient>(order.subject?.reference ?? ''),
    fhir.search<Stored<DiagnosticReport>>(
      `DiagnosticReport?based-on=ServiceRequest/${id}&_sort=-issued&_include=DiagnosticReport:result`,
    ),
  ]);
  return { order, patient, reports: reportsIn(reports) };
}
