import type { Encounter, Observation, Patient } from '@medplum/fhirtypes';
import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { concept } from '../../fhir/concepts.ts';
import { Refusal } from '../../fhir/errors.ts';
import type { Stored } from '../../fhir/fhir.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { unitsOf } from '../../fhir/units.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { TRIAGE, TriageTag } from '../../parts/triage-tag.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { bedOf, encounterOf, isInpatient, openEncounters, triageOf, unitNameOf } from './chart.ts';
import type { TabProps } from './tabs.ts';

/** The patient's way through the house: triage, call in, admit, ready to leave, leave. */
export function EncounterTab({ chart, live }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { encounter: t, common, triage, encounterStatus, unitList } = useTexts();
  const open = openEncounters(chart);

  const change = async (
    encounter: Stored<Encounter> | undefined,
    next: Partial<Encounter>,
  ): Promise<{ number: string }> => {
    if (encounter === undefined) throw new Refusal(409, t.noneOpen);
    const stored = await fhir.update<Encounter>({ ...encounter, ...next });
    live.refresh();
    return { number: numberOf(stored) };
  };

  return (
    <div className="stack">
      <Panel name={t.list} live={live}>
        {({ encounters, beds, units, assessments }) => (
          <div className="stack">
            <RecordTable
              name={t.list}
              rows={encounters}
              columns={[
                { heading: common.number, names: true, cell: numberOf },
                { heading: t.unit, cell: (encounter) => unitNameOf(encounter, units) },
                {
                  heading: common.status,
                  cell: ({ status }) => encounterStatus[status as keyof typeof encounterStatus] ?? status,
                },
                { heading: unitList.triage, cell: (encounter) => <TriageTag colour={triageOf(encounter)} /> },
                { heading: unitList.bed, cell: (encounter) => bedOf(encounter, beds) ?? '–' },
                { heading: unitList.reason, cell: ({ reasonCode }) => reasonCode?.[0]?.text ?? '–' },
                {
                  heading: unitList.arrived,
                  wide: true,
                  cell: ({ period }) => <Moment at={period?.start} />,
                },
              ]}
            />
            <RecordTable
              name={t.assessments}
              titled
              rows={assessments}
              columns={[
                { heading: common.number, names: true, cell: numberOf },
                { heading: t.readySince, cell: ({ valueDateTime }) => <Moment at={valueDateTime} /> },
                { heading: t.assessedBy, cell: ({ performer }) => performer?.[0]?.display ?? '–' },
              ]}
            />
          </div>
        )}
      </Panel>
      <div className="cards">
        <FormCard
          name={t.triage}
          submit={t.triage}
          act="change encounters"
          save={(values) => {
            const colour = values.text('colour') as keyof typeof triage;
            return change(open[0], {
              status: 'triaged',
              priority: concept(`triage-${colour}`, triage[colour]),
            });
          }}
        >
          <Select size="small" name="colour" label={t.colour}>
            {TRIAGE.map((colour) => (
              <option key={colour} value={colour}>
                {triage[colour]}
              </option>
            ))}
          </Select>
        </FormCard>
        <FormCard
          name={t.callIn}
          submit={t.callIn}
          act="change encounters"
          save={() => change(open[0], { status: 'in-progress' })}
        />
        <FormCard
          name={t.admit}
          submit={t.admit}
          act="register encounters"
          save={async (values) => {
            const wards = await unitsOf(fhir, 'ward');
            const ward = wards.find(({ id }) => id === values.text('ward'));
            const stored = await fhir.create<Encounter>({
              resourceType: 'Encounter',
              status: 'in-progress',
              class: { system: SYSTEMS.actCode, code: 'IMP' },
              subject: { reference: chart.person.reference },
              serviceProvider: ward?.reference,
              period: { start: new Date().toISOString() },
            });
            const leaving = open.filter((encounter) => !isInpatient(encounter));
            for (const encounter of leaving) {
              await change(encounter, {
                status: 'finished',
                period: { ...encounter.period, end: new Date().toISOString() },
              });
            }
            live.refresh();
            return { number: numberOf(stored) };
          }}
        >
          <UnitSelect kind="ward" name="ward" label={t.ward} />
        </FormCard>
        <FormCard
          name={t.ready}
          submit={t.ready}
          act="declare the patient ready for discharge"
          save={async () =>
            fhir
              .create<Observation>({
                resourceType: 'Observation',
                status: 'final',
                code: concept('ready-for-discharge', t.ready),
                subject: { reference: chart.person.reference },
                ...encounterOf(chart),
                effectiveDateTime: new Date().toISOString(),
                valueDateTime: new Date().toISOString(),
              })
              .then((stored) => {
                live.refresh();
                return { number: numberOf(stored) };
              })
          }
        />
        <FormCard
          name={t.discharge}
          submit={t.discharge}
          act="change encounters"
          save={() => {
            const stay = open.find(isInpatient);
            return change(stay, {
              status: 'finished',
              period: { ...stay?.period, end: new Date().toISOString() },
            });
          }}
        />
        <FormCard
          name={t.death}
          submit={t.died}
          act="record deaths"
          done={chart.person.died !== undefined}
          save={async () => {
            const patient = await fhir.read<Stored<Patient>>(chart.person.reference);
            const stored = await fhir.update<Patient>({
              ...patient,
              deceasedDateTime: new Date().toISOString(),
            });
            live.refresh();
            return { number: numberOf(stored) };
          }}
        />
      </div>
    </div>
  );
}
