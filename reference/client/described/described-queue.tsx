import type { Patient } from '@medplum/fhirtypes';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Fhir } from '../fhir/fhir.ts';
import { findPerson, type Person, personFrom } from '../fhir/people.ts';
import { unitBehind } from '../fhir/units.ts';
import { searchesPatients } from '../frame/menu.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { ListSearch } from '../parts/list-search.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../session/session.tsx';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { DescribedForm } from './described-form.tsx';
import { DescribedList, type Shown } from './described-list.tsx';
import { type ListDescription, type QueueDescription, typeOf } from './description.ts';
import { filledText, valueAt } from './fill.ts';
import { patientBehind } from './patient-behind.ts';

/** What waits at the signed-in person's unit, by its description; each row opens the patient's page. */
export function DescribedQueue({
  queue,
  tab,
}: {
  readonly queue: QueueDescription;
  readonly tab: string;
}): ReactNode {
  const { account, fhir } = useSession();
  const { language } = useLanguage();
  const { common, inbox } = useTexts();
  const [wanted, setWanted] = useState('');
  const unit = account.unit?.reference ?? '';
  const live = useLive(
    `${queue.path} ${unit} ${wanted}`,
    () => readQueue(fhir, queue, unit, wanted.trim()),
    aboutTypes(typeOf(queue.list)),
  );
  return (
    <Page title={queue.name[language]}>
      <ListSearch label={inbox.search} value={wanted} onChange={setWanted} />
      {queue.forms !== undefined && (
        <div className="cards">
          {queue.forms.map((form) => (
            <DescribedForm
              key={form.name.sv}
              form={form}
              list={queue.list}
              records={live.data?.records ?? []}
              about={{}}
              saved={live.refresh}
            />
          ))}
        </div>
      )}
      <Panel name={queue.name[language]} live={live}>
        {({ records, people }) => (
          <DescribedList
            list={queue.list}
            records={records}
            more={[
              {
                heading: common.identityNumber,
                cell: (record) => {
                  const person = people.get(patientBehind(record));
                  if (person === undefined || !searchesPatients(account))
                    return person?.identityNumber ?? common.unknown;
                  return <Link to={`/patient/${person.id}/${tab}`}>{person.identityNumber}</Link>;
                },
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}

async function readQueue(fhir: Fhir, { list }: QueueDescription, unit: string, wanted: string) {
  const person = wanted === '' ? undefined : await findPerson(fhir, wanted);
  if (wanted !== '' && person === undefined) return { records: [], people: new Map<string, Person>() };
  const patient = person === undefined ? '' : `&patient=${person.reference}`;
  const own = await unitBehind(fhir, unit);
  const of = filledText(list.of, { unit, hsaId: own?.hsaId }, encodeURIComponent);
  const { matches, included } = await fhir.search<Shown>(
    `${of}${patient}&_include=${typeOf(list)}:patient&_count=100`,
  );
  const shown = await keptOf(fhir, list, matches, patient);
  const people = included
    .filter((resource): resource is Patient => resource.resourceType === 'Patient')
    .map(personFrom);
  return { records: shown, people: new Map(people.map((each) => [each.reference, each])) };
}

/** Those that stay in the list by what else refers to them. */
async function keptOf(
  fhir: Fhir,
  { pointedAt }: ListDescription,
  records: readonly Shown[],
  patient: string,
): Promise<readonly Shown[]> {
  if (pointedAt === undefined) return records;
  const { of, by, is } = pointedAt;
  const { matches } = await fhir.search<Shown>(`${of}${patient}&_count=100`);
  const meant = new Set(matches.map((each) => valueAt(each, by)));
  return records.filter(({ resourceType, id }) => meant.has(`${resourceType}/${id}`) === is);
}
