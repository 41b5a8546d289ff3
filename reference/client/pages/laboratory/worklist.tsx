import type { Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { tokenOf } from '../../fhir/concepts.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { testOf } from '../../fhir/laboratory.ts';
import { idBehind, numberBehind } from '../../fhir/numbers.ts';
import { findPerson, type Person, personFrom } from '../../fhir/people.ts';
import { atUnit } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { ListSearch } from '../../parts/list-search.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

interface Job {
  readonly id: string;
  readonly task: Task;
  readonly order: ServiceRequest | undefined;
  readonly person: Person | undefined;
}

/** The laboratory's worklist: orders that wait for an answer, and those answered lately. */
export function LaboratoryWorklist(): ReactNode {
  const { account, fhir } = useSession();
  const { laboratory: t } = useTexts();
  const [wanted, setWanted] = useState('');
  const unit = account.unit?.reference ?? '';
  const live = useLive(
    `worklist ${unit} ${wanted}`,
    () => readJobs(fhir, unit, wanted),
    atUnit(unit, 'Task'),
  );
  return (
    <Page title={t.name}>
      <ListSearch label={t.search} value={wanted} onChange={setWanted} />
      <Panel name={t.name} live={live}>
        {(jobs) => (
          <div className="stack">
            <JobTable name={t.waiting} jobs={jobs.filter(({ task }) => task.status !== 'completed')} />
            <JobTable name={t.answered} jobs={jobs.filter(({ task }) => task.status === 'completed')} />
          </div>
        )}
      </Panel>
    </Page>
  );
}

function JobTable({ name, jobs }: { readonly name: string; readonly jobs: readonly Job[] }): ReactNode {
  const { laboratory: t, orders, common } = useTexts();
  return (
    <RecordTable
      name={name}
      titled
      rows={jobs}
      columns={[
        {
          heading: t.orderNumber,
          names: true,
          cell: ({ task }) => (
            <Link to={`/laboratory/order/${idBehind(task.focus)}`}>{numberBehind(task.focus)}</Link>
          ),
        },
        { heading: orders.test, cell: ({ order }) => (order === undefined ? '–' : testOf(order)) },
        { heading: common.identityNumber, cell: ({ person }) => person?.identityNumber ?? common.unknown },
        { heading: common.name, wide: true, cell: ({ person }) => person?.name ?? common.unknown },
        { heading: orders.ordered, cell: ({ order }) => <Moment at={order?.authoredOn} /> },
        { heading: orders.orderer, wide: true, cell: ({ order }) => order?.requester?.display ?? '–' },
      ]}
    />
  );
}

/** The latest jobs, or those of the person whose identity number is asked for, or one order by its number. */
async function readJobs(fhir: Fhir, unit: string, wanted: string): Promise<readonly Job[]> {
  const words = wanted.trim().toUpperCase();
  const person = /^\d{8}-?[\dA-Z]{4}$/.test(words) ? await findPerson(fhir, words) : undefined;
  const patient = person === undefined ? '' : `&patient=${person.reference}`;
  const { matches, included } = await fhir.search<Stored<Task>>(
    `Task?owner=${unit}&code=${tokenOf('laboratory-order')}${patient}` +
      '&_include=Task:focus&_include=Task:patient&_sort=-authored-on&_count=100',
  );
  const found = <T extends ServiceRequest | Patient>(type: T['resourceType'], id: string): T | undefined =>
    included.find((resource): resource is T => resource.resourceType === type && resource.id === id);
  return matches
    .filter(({ status }) => status !== 'cancelled')
    .map((task) => {
      const patient = found<Patient>('Patient', idBehind(task.for));
      return {
        id: task.id,
        task,
        order: found<ServiceRequest>('ServiceRequest', idBehind(task.focus)),
        person: patient === undefined ? undefined : personFrom(patient),
      };
    })
    .filter(({ task }) => person !== undefined || numberBehind(task.focus).includes(words));
}
