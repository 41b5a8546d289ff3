import type { Appointment } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { unitIn } from '../../fhir/coordination.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { RecordTable } from '../../parts/record-table.tsx';
import { useTexts } from '../../texts/language.tsx';

export function CarePlanningTable(props: { readonly plannings: readonly Appointment[] }): ReactNode {
  const { coordination: t, common, appointmentStatus } = useTexts();
  return (
    <RecordTable
      name={t.plannings}
      titled
      rows={props.plannings}
      columns={[
        { heading: common.number, names: true, cell: numberOf },
        {
          heading: t.municipality,
          cell: (planning) => unitIn(planning)?.display ?? '–',
        },
        {
          heading: common.status,
          cell: ({ status }) => appointmentStatus[status as keyof typeof appointmentStatus] ?? status,
        },
      ]}
    />
  );
}
