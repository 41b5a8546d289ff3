import type { Appointment, Communication, Patient, Task } from '@medplum/fhirtypes';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { tokenOf } from '../../fhir/concepts.ts';
import { CARE_PLANNING, type InboxEntry, messageKindOf, ofUnit } from '../../fhir/coordination.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { idBehind, numberBehind } from '../../fhir/numbers.ts';
import { findPerson, type Person, personFrom } from '../../fhir/people.ts';
import { unitBehind } from '../../fhir/units.ts';
import { aboutTypes } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { ListSearch } from '../../parts/list-search.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { CarePlanningTable } from '../coordination/care-planning-table.tsx';

interface Row extends InboxEntry {
  readonly person: Person | undefined;
}

/** What has come to the municipality from the hospital, and what it is called to. */
export function Inbox(): ReactNode {
  const { account, fhir } = useSession();
  const { inbox: t, common, messages, taskStatus } = useTexts();
  const [wanted, setWanted] = useState('');
  const unit = account.unit?.reference ?? '';
  const live = useLive(
    `inbox ${unit} ${wanted}`,
    () => readInbox(fhir, unit, wanted),
    aboutTypes('Task', 'Communication', 'Appointment'),
  );
  return (
    <Page title={t.name}>
      <ListSearch label={t.search} value={wanted} onChange={setWanted} />
      <Panel name={t.name} live={live}>
        {({ rows, plannings }) => (
          <div className="stack">
            <RecordTable
              name={t.name}
              rows={rows}
              columns={[
                {
                  heading: common.number,
                  names: true,
                  cell: ({ task }) => <Link to={`/inbox/${task.id}`}>{numberBehind(task.focus)}</Link>,
                },
                {
                  heading: t.message,
                  cell: ({ message }) => {
                    const kind = message && messageKindOf(message);
                    return kind === undefined ? '–' : messages[kind];
                  },
                },
                {
                  heading: common.identityNumber,
                  cell: ({ person }) => person?.identityNumber ?? common.unknown,
                },
                { heading: common.name, cell: ({ person }) => person?.name ?? common.unknown },
                { heading: t.from, wide: true, cell: ({ message }) => message?.sender?.display ?? '–' },
                { heading: t.sent, cell: ({ message }) => <Moment at={message?.sent} /> },
                {
                  heading: common.status,
                  cell: ({ task }) => taskStatus[task.status as keyof typeof taskStatus] ?? task.status,
                },
              ]}
            />
            <CarePlanningTable plannings={plannings} />
          </div>
        )}
      </Panel>
    </Page>
  );
}

async function readInbox(
  fhir: Fhir,
  unit: string,
  wanted: string,
): Promise<{
  readonly rows: readonly Row[];
  readonly plannings: readonly Appointment[];
}> {
  const words = wanted.trim();
  const person = words === '' ? undefined : await findPerson(fhir, words);
  if (words !== '' && person === undefined) return { rows: [], plannings: [] };
  const patient = person === undefined ? '' : `&patient=${person.reference}`;
  const [entries, plannings] = await Promise.all([
    fhir.search<Stored<Task>>(
      `Task?owner=${unit}&code=${tokenOf('inbox')}&status=requested,completed${patient}` +
        '&_include=Task:focus&_include=Task:patient&_sort=-authored-on&_count=50',
    ),
    fhir.search<Appointment>(
      `Appointment?${ofUnit(await unitBehind(fhir, unit))}&service-type=${tokenOf(CARE_PLANNING)}${patient}&_count=50`,
    ),
  ]);
  const included = new Map(entries.included.map((resource) => [resource.id, resource]));
  const rows = entries.matches.map((task) => {
    const message = included.get(idBehind(task.focus)) as Communication | undefined;
    const subject = included.get(idBehind(task.for)) as Patient | undefined;
    return { id: task.id, task, message, person: subject && personFrom(subject) };
  });
  return { rows, plannings: plannings.matches };
}
