import type { Appointment } from '@medplum/fhirtypes';
import { TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { telephoneTimeOf } from '../../fhir/coordination.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { unitBehind } from '../../fhir/units.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { AppointmentTable } from '../../parts/appointment-table.tsx';
import { FormCard } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { TabProps } from './tabs.ts';

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

/** Times booked for the patient. */
export function BookingsTab({ chart }: TabProps): ReactNode {
  const { account, fhir } = useSession();
  const { bookings: t } = useTexts();
  const { reference, name } = chart.person;
  const soon = localTime(new Date(Date.now() + 60_000));
  const live = useLive(
    `bookings ${reference}`,
    async () =>
      (
        await fhir.search<Appointment>(`Appointment?patient=${reference}&_sort=-date&_count=50`)
      ).matches.filter(({ status }) => status === 'booked'),
    aboutPatient(reference, 'Appointment'),
  );
  return (
    <div className="stack">
      <FormCard
        name={t.book}
        submit={t.bookNow}
        act="book appointments"
        save={async (values) => {
          const stored = await fhir.create<Appointment>(
            telephoneTimeOf(
              { reference, display: name },
              await unitBehind(fhir, account.unit?.reference),
              values.text('reason'),
              new Date(`${values.text('day')}T${values.text('time')}`),
            ),
          );
          live.refresh();
          return { number: numberOf(stored) };
        }}
      >
        <TextField size="small" name="reason" label={t.reason} required autoComplete="off" />
        <TextField
          size="small"
          name="day"
          label={t.day}
          defaultValue={soon.slice(0, 10)}
          pattern={DAY}
          required
        />
        <TextField
          size="small"
          name="time"
          type="time"
          label={t.time}
          defaultValue={soon.slice(11)}
          required
        />
      </FormCard>
      <Panel name={t.list} live={live}>
        {(appointments) => <AppointmentTable name={t.list} appointments={appointments} />}
      </Panel>
    </div>
  );
}

/** '2026-11-22 07:30' */
const localTime = (time: Date): string => time.toLocaleString('sv-SE').slice(0, 16);
