import type { Appointment } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { patientIn } from '../fhir/coordination.ts';
import { idBehind, numberOf } from '../fhir/numbers.ts';
import type { Person } from '../fhir/people.ts';
import { useTexts } from '../texts/language.tsx';
import { Moment } from './moment.tsx';
import { RecordTable } from './record-table.tsx';

/** Booked times, with the people they are for where these are known to the page. */
export function AppointmentTable(props: {
  readonly name: string;
  readonly appointments: readonly Appointment[];
  readonly people?: ReadonlyMap<string, Person>;
}): ReactNode {
  const { bookings: t, common, appointmentStatus } = useTexts();
  const { people } = props;
  return (
    <RecordTable
      name={props.name}
      rows={props.appointments}
      columns={[
        { heading: common.number, names: true, cell: numberOf },
        { heading: t.start, cell: ({ start }) => <Moment at={start} /> },
        { heading: t.kind, cell: ({ appointmentType }) => appointmentType?.text ?? '–' },
        { heading: t.reason, cell: ({ description }) => description ?? '–' },
        ...(people === undefined
          ? []
          : [
              {
                heading: common.identityNumber,
                cell: (appointment: Appointment) => {
                  const id = idBehind(patientIn(appointment));
                  return (
                    <Link to={`/patient/${id}`}>{people.get(id)?.identityNumber ?? common.unknown}</Link>
                  );
                },
              },
            ]),
        {
          heading: common.status,
          cell: ({ status }) => appointmentStatus[status as keyof typeof appointmentStatus] ?? status,
        },
      ]}
    />
  );
}
