import type { Observation } from '@medplum/fhirtypes';
import { TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { numberOf } from '../../fhir/numbers.ts';
import { bloodPressurePanel, PANELS } from '../../fhir/vital-signs.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { VitalsTable } from '../../parts/vitals-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Blood pressure measured at home, for the staff to see. */
export function MyMeasurements({ patient }: { readonly patient: string }): ReactNode {
  const { fhir } = useSession();
  const { myPages: t, vitals } = useTexts();
  const live = useLive(
    `my-measurements ${patient}`,
    async () =>
      (
        await fhir.search<Observation>(
          `Observation?subject=${patient}&code=${PANELS.vitalSigns},${PANELS.bloodPressure}&status=final,amended,corrected&_sort=-date&_count=50`,
        )
      ).matches,
    aboutPatient(patient, 'Observation'),
  );
  return (
    <div className="stack">
      <FormCard
        name={t.contribute}
        submit={t.send}
        act="contribute own measurements"
        save={async (values) => {
          const stored = await fhir.create<Observation>({
            ...bloodPressurePanel(values.number('systolic'), values.number('diastolic')),
            subject: { reference: patient },
            performer: [{ reference: patient }],
          });
          live.refresh();
          return { number: numberOf(stored) };
        }}
      >
        <TextField
          size="small"
          name="systolic"
          label={t.systolic}
          inputMode="numeric"
          pattern="[0-9]+"
          required
        />
        <TextField
          size="small"
          name="diastolic"
          label={t.diastolic}
          inputMode="numeric"
          pattern="[0-9]+"
          required
        />
      </FormCard>
      <Panel name={vitals.list} live={live}>
        {(panels) => <VitalsTable panels={panels} undone={live.refresh} />}
      </Panel>
    </div>
  );
}
