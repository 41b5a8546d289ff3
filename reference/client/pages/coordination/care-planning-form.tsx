import type { Appointment } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { carePlanningOf } from '../../fhir/coordination.ts';
import { idBehind, numberOf } from '../../fhir/numbers.ts';
import { unitsOf } from '../../fhir/units.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Calls the municipality and the patient to samordnad individuell planering. */
export function CarePlanningForm(props: { readonly patient: string; called(): void }): ReactNode {
  const { account, fhir } = useSession();
  const { coordination: t } = useTexts();
  const own = account.unit?.kind === 'municipality' ? idBehind(account.unit) : undefined;
  return (
    <FormCard
      name={t.callPlanning}
      submit={t.callNow}
      act="call to coordinated care planning"
      save={async (values) => {
        const municipalities = await unitsOf(fhir, 'municipality');
        const municipality = municipalities.find(({ id }) => id === values.text('municipality'));
        const stored = await fhir.create<Appointment>(
          carePlanningOf({ reference: props.patient }, municipality),
        );
        props.called();
        return { number: numberOf(stored) };
      }}
    >
      <UnitSelect kind="municipality" name="municipality" label={t.municipality} chosen={own} />
    </FormCard>
  );
}
