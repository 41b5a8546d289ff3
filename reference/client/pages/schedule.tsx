import type { Appointment, Patient } from '@medplum/fhirtypes';
import { TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { ofUnit } from '../fhir/coordination.ts';
import type { Fhir } from '../fhir/fhir.ts';
import { type Person, personFrom } from '../fhir/people.ts';
import { unitBehind } from '../fhir/units.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { AppointmentTable } from '../parts/appointment-table.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** The unit's booked times of one day. */
export function Schedule(): ReactNode {
  const { account, fhir } = useSession();
  const { schedule: t } = useTexts();
  const [day, setDay] = useState(() => new Date().toLocaleDateString('sv-SE'));
  const unit = account.unit?.reference ?? '';
  const live = useLive(`schedule ${unit} ${day}`, () => readDay(fhir, unit, day), aboutTypes('Appointment'));
  return (
    <Page title={t.name}>
      <div className="list-search">
        <TextField
          size="small"
          inputMode="numeric"
          label={t.day}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </div>
      <Panel name={t.name} live={live}>
        {({ appointments, people }) => (
          <AppointmentTable name={t.name} appointments={appointments} people={people} />
        )}
      </Panel>
    </Page>
  );
}

async function readDay(
  fhir: Fhir,
  unit: string,
  day: string,
): Promise<{ appointments: readonly Appointment[]; people: ReadonlyMap<string, Person> }> {
  const begins = new Date(`${day}T00:00`);
  const ends = new Date(`${day}T24:00`);
  const { matches, included } = await fhir.search<Appointment>(
    `Appointment?${ofUnit(await unitBehind(fhir, unit))}&status=booked&date=ge${begins.toISOString()}&date=lt${ends.toISOString()}` +
      '&_include=Appointment:patient&_sort=date&_count=200',
  );
  const people = included
    .filter((resource): resource is Patient => resource.resourceType === 'Patient')
    .map(personFrom);
  return { appointments: matches, people: new Map(people.map((person) => [person.id, person])) };
}
