import type { Encounter, Location, Patient } from '@medplum/fhirtypes';
import { BodyShort } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Fhir } from '../fhir/fhir.ts';
import { idBehind, numberOf } from '../fhir/numbers.ts';
import { findPerson, type Person, personFrom } from '../fhir/people.ts';
import { atUnit } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { ListSearch } from '../parts/list-search.tsx';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { RecordTable } from '../parts/record-table.tsx';
import { TriageTag } from '../parts/triage-tag.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { bedOf, triageOf } from './patient/chart.ts';

/** Rows shown at once; the rest is found by searching. */
const SHOWN = 50;

interface Present {
  readonly id: string;
  readonly encounter: Encounter;
  readonly person: Person | undefined;
  readonly bed: string | undefined;
}

/** Everybody who is at the signed-in person's unit now. */
export function UnitList(): ReactNode {
  const { account, fhir } = useSession();
  const { unitList, common, encounterStatus } = useTexts();
  const [wanted, setWanted] = useState('');
  const unit = account.unit?.reference ?? '';
  const live = useLive(
    `unit-list ${unit} ${wanted}`,
    () => readPresent(fhir, unit, wanted),
    atUnit(unit, 'Encounter'),
  );

  return (
    <Page title={account.unit?.name ?? unitList.name}>
      <ListSearch label={unitList.search} value={wanted} onChange={setWanted} />
      <Panel name={unitList.name} live={live}>
        {({ present, total }) => (
          <>
            <RecordTable
              name={unitList.name}
              rows={present}
              columns={[
                {
                  heading: common.identityNumber,
                  names: true,
                  cell: ({ person, encounter }) => (
                    <Link to={`/patient/${idBehind(encounter.subject)}`}>
                      {person?.identityNumber ?? common.unknown}
                    </Link>
                  ),
                },
                {
                  heading: unitList.encounter,
                  wide: true,
                  cell: ({ encounter }) => numberOf(encounter),
                },
                { heading: common.name, cell: ({ person }) => person?.name ?? common.unknown },
                {
                  heading: unitList.triage,
                  cell: ({ encounter }) => <TriageTag colour={triageOf(encounter)} />,
                },
                { heading: unitList.bed, cell: ({ bed }) => bed ?? '–' },
                {
                  heading: common.status,
                  cell: ({ encounter }) =>
                    encounterStatus[encounter.status as keyof typeof encounterStatus] ?? encounter.status,
                },
                {
                  heading: unitList.reason,
                  wide: true,
                  cell: ({ encounter }) => encounter.reasonCode?.[0]?.text ?? '–',
                },
                {
                  heading: unitList.arrived,
                  wide: true,
                  cell: ({ encounter }) => <Moment at={encounter.period?.start} />,
                },
              ]}
            />
            {total > present.length && (
              <BodyShort size="small">{unitList.shownOf(present.length, total)}</BodyShort>
            )}
          </>
        )}
      </Panel>
    </Page>
  );
}

/** All who are present, or the one with the identity number asked for; other words are looked for in the names. */
async function readPresent(
  fhir: Fhir,
  unit: string,
  wanted: string,
): Promise<{ present: readonly Present[]; total: number }> {
  const words = wanted.trim().toLocaleLowerCase('sv');
  const someone = /^\d{8}/.test(words) ? await findPerson(fhir, words.toUpperCase()) : undefined;
  const subject = someone === undefined ? '' : `&subject=${someone.reference}`;
  const { matches, included, total } = await fhir.search<Encounter>(
    `Encounter?service-provider=${unit}&status=arrived,triaged,in-progress${subject}` +
      `&_include=Encounter:subject&_include=Encounter:location&_sort=-date&_count=${SHOWN}&_total=accurate`,
  );
  const people = new Map(
    included
      .filter((resource): resource is Patient => resource.resourceType === 'Patient')
      .map((patient) => [patient.id, personFrom(patient)]),
  );
  const beds = included.filter((resource): resource is Location => resource.resourceType === 'Location');
  const present = matches
    .map((encounter) => ({
      id: encounter.id ?? '',
      encounter,
      person: people.get(idBehind(encounter.subject)),
      bed: bedOf(encounter, beds),
    }))
    .filter(({ person }) =>
      `${person?.identityNumber} ${person?.name}`.toLocaleLowerCase('sv').includes(words),
    );
  return { present, total: words === '' ? total : present.length };
}
