import type { DiagnosticReport, Organization, Resource, ServiceRequest, Task } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { SmallStore } from '../systems/fhir-r4/testing/small-store.ts';
import { failing, held, type Wrong } from './testing/held.ts';

/** How a laboratory behind a small server does its work. */
interface Manners {
  /** Whether an order comes to its list when it is back. */
  readonly takes?: (order: ServiceRequest) => boolean;
  /** Whether what is answered is struck from its list. */
  readonly strikes?: (answer: DiagnosticReport) => boolean;
  /** How often an answer comes back. */
  readonly answers?: (answer: DiagnosticReport) => number;
  /** Whether the system takes orders while it is gone. */
  readonly queues?: boolean;
}

const LABORATORY: Organization = {
  resourceType: 'Organization',
  identifier: [{ system: SYSTEMS.hsaId, value: 'SE0000000000-GR05' }],
};

/** A laboratory that keeps its list as Tasks: what is ordered while it is gone comes to the list when it is back. */
function laboratory({ takes, strikes, answers, queues = true }: Manners = {}): Wrong {
  let store: SmallStore | undefined;
  let isGone = false;
  const queue: ServiceRequest[] = [];
  const put = (order: ServiceRequest): void => {
    if (takes?.(order) === false) return;
    const focus = { reference: `ServiceRequest/${order.id}` };
    store?.create({ resourceType: 'Task', status: 'requested', intent: 'order', focus } satisfies Task);
  };
  return {
    habits: {
      instead({ method, url }, of) {
        if (store === undefined) of.create(LABORATORY);
        store = of;
        return isGone && !queues && method === 'POST' && url.endsWith('ServiceRequest')
          ? 'hang-up'
          : undefined;
      },
      says(reply, { method }) {
        const made = reply.json as Resource;
        if (method !== 'POST' || reply.status !== 201) return reply;
        if (made.resourceType === 'ServiceRequest') {
          if (isGone) queue.push(made);
          else put(made);
        }
        if (made.resourceType === 'DiagnosticReport') {
          for (let more = 1; more < (answers?.(made) ?? 1); more += 1)
            store?.create({ ...made, id: undefined });
          const focus = new URLSearchParams({ focus: made.basedOn?.[0]?.reference ?? '' });
          const [task] = strikes?.(made) === false ? [] : (store?.search('Task', focus) ?? []);
          if (task !== undefined) store?.update({ ...(task as Task), status: 'completed' });
        }
        return reply;
      },
    },
    door: () => ({
      set(mode) {
        isGone = mode === 'laboratory';
        if (!isGone) for (const order of queue.splice(0)) put(order);
      },
    }),
  };
}

const isOf = (part: string, { identifier = [] }: ServiceRequest | DiagnosticReport): boolean =>
  identifier.some(({ value }) => value?.includes(part) === true);

it('holds where the queue is done once, and what was on paper is not done again', async () => {
  const drill = await held('laboratoriet-borta', {}, laboratory());
  expect(failing(drill)).toEqual([]);
  expect(drill.papers.map(({ what }) => what)).toEqual(['answer', 'answer']);
  expect(drill.found).toHaveLength(9);
});

it.each([
  ['an order that is lost in the queue', { takes: (order) => !isOf('/n1', order) }, ['recovery-time']],
  ['an answer that comes twice', { answers: (answer) => (isOf('/n1', answer) ? 2 : 1) }, ['nothing-doubled']],
  [
    'what was done on paper stands to be done again',
    { strikes: (answer) => !isOf('/n0', answer) },
    ['paper-not-redone'],
  ],
  [
    'nothing can be ordered meanwhile',
    { queues: false },
    ['orders-queued', 'paper-not-redone', 'paper-adds-up'],
  ],
] as const satisfies readonly (readonly [string, Manners, readonly string[]])[])(
  'is red where it must be: %s',
  async (_what, manners, ids) => {
    expect(failing(await held('laboratoriet-borta', { recoverWithin: 1 }, laboratory(manners)))).toEqual(ids);
  },
);

it('is red where an answer is lost, is another, or is about another', async () => {
  const drill = await held('laboratoriet-borta', {}, laboratory());
  const [first, ...rest] = drill.found;
  if (first === undefined) throw new Error('Nothing was looked for.');
  const told = (found: NonNullable<typeof first.found>) =>
    failing({ ...drill, found: [{ ...first, found }, ...rest] });
  expect(told([])).toEqual(['nothing-lost']);
  expect(told([{ patient: 'p0', value: 375 }])).toEqual(['as-written']);
  expect(told([{ patient: 'p1', value: 110 }])).toEqual(['right-patient']);
});

it('cannot tell of the list where the system keeps none', async () => {
  const { habits, ...door } = laboratory();
  const drill = await held(
    'laboratoriet-borta',
    {},
    {
      ...door,
      habits: {
        ...habits,
        lists: (page, { url }) => (url.includes('/Task?') ? { ...page, entry: [] } : page),
      },
    },
  );
  expect(failing(drill)).toEqual(['paper-not-redone']);
});
