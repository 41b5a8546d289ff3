import { expect, it } from 'vitest';
import { registerArrival } from '../care/admission/index.ts';
import { findAreas } from '../care/areas.ts';
import { answerOnOrderersList, orderTest } from '../care/laboratory/index.ts';
import { testCalled } from '../care/laboratory/words.ts';
import type { Activity } from '../domain/activity.ts';
import type { PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { ref } from '../domain/ref.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import type { CareSystem } from '../systems/care-system.ts';
import { progressOf } from './flow-progress.ts';
import { withLastLooks } from './last-looks.ts';
import { robots } from './robots.ts';

const step = (activity: Activity): CareStep => ({
  text: activity.kind,
  keyword: 'När',
  location: { file: 'x.feature', line: 1 },
  actor: { role: 'nurse', unit: 'emergency' },
  activity,
  workingTime: 30 * MINUTE,
});

const FLOW = {
  id: 'x#1',
  steps: withLastLooks(
    [
      step(registerArrival('Feber', 'ankomsten')),
      step(orderTest(testCalled('Troponin T'), 'provet')),
      step(answerOnOrderersList(ref('provet'))),
    ],
    (await findAreas()).vocabulary,
  ),
} as unknown as CareFlow;

const planned = (instance: string, channel: 'api' | 'ui'): PlannedFlow =>
  ({ instance, flow: 'x#1', at: 0, patient: { key: 'p-1' }, units: {}, channel }) as unknown as PlannedFlow;

/** A system in which every task takes four real seconds, and those that are refused. */
function hospital(
  refused: readonly string[] = [],
  day: { readonly flows?: readonly PlannedFlow[]; readonly before?: readonly EvidenceEvent[] } = {},
) {
  let now = 1_000_000;
  let atOnce = 0;
  const seen = { mostAtOnce: 0, events: [] as EvidenceEvent[] };
  const system = (channel: 'api' | 'ui'): CareSystem => ({
    name: 'scripted',
    channel,
    connect: async () => ({ name: 'scripted', software: 'test', version: '1' }),
    capability: () => ({ supported: true }),
    introduce: async () => undefined,
    perform: async ({ kind }) => {
      atOnce += 1;
      seen.mostAtOnce = Math.max(seen.mostAtOnce, atOnce);
      now += 4_000;
      await new Promise(setImmediate);
      atOnce -= 1;
      return refused.includes(kind)
        ? { status: 'refused', reason: 'nej', refusal: 'rule' }
        : { status: 'done', reference: 'x/1' };
    },
    ask: async () => ({ seen: true, expected: 'ett', observed: 'ett' }),
    close: async () => {},
  });
  const { player: robot, reconcile } = robots({
    run: 'r',
    plan: { units: [], flows: day.flows ?? [] },
    flows: new Map([[FLOW.id, FLOW]]),
    systems: { api: system('api'), ui: system('ui') },
    clock: { now: () => now, pause: async () => {} },
    uiLanes: 1,
    sink: (event) => void seen.events.push(event),
    flush: async () => {},
    ...(day.before === undefined ? {} : { resumed: progressOf(day.before) }),
  });
  return { robot, reconcile, seen };
}

const endings = (events: readonly EvidenceEvent[]) =>
  events.flatMap((event) => (event.type === 'step-ended' ? [[event.verdict, event.dayTime / MINUTE]] : []));

it('leaves working time to the day and adds the real time of the system to it', async () => {
  const { robot, seen } = hospital();
  const nurse = robot(planned('f-1', 'api'));
  await nurse.begin(8 * HOUR);
  await nurse.steps(0, 1, 8 * HOUR + 5 * MINUTE);
  const played = await nurse.steps(1, 3, 8 * HOUR + 20 * MINUTE);
  expect(await nurse.end()).toBe('pass');
  expect(played).toEqual({ dayTime: 8 * HOUR + 20 * MINUTE + 4_000, isOver: false });
  expect(endings(seen.events)).toEqual([
    ['pass', 485 + 4 / 60],
    ['pass', 500 + 4 / 60],
    ['pass', 500 + 4 / 60],
  ]);
});

it('says that a flow broke off, and records what it did not come to', async () => {
  const { robot, seen } = hospital(['register-arrival']);
  const nurse = robot(planned('f-1', 'api'));
  await nurse.begin(0);
  expect((await nurse.steps(0, 1, 0)).isOver).toBe(true);
  expect(await nurse.end()).toBe('fail');
  expect(endings(seen.events).map(([verdict]) => verdict)).toEqual(['fail', 'not-covered', 'not-covered']);
});

it.each([
  ['ui', 1],
  ['api', 3],
] as const)('plays so many flows by %s at the same time: %i', async (channel, most) => {
  const { robot, seen } = hospital();
  await Promise.all(
    ['f-1', 'f-2', 'f-3'].map(async (instance) => {
      const nurse = robot(planned(instance, channel));
      await nurse.begin(0);
      await nurse.steps(0, 3, 0);
      await nurse.end();
    }),
  );
  expect(seen.mostAtOnce).toBe(most);
});

it('looks in the end for what was sent by api, before the day was cut off too, and not for what never began', async () => {
  const flows = [planned('f-1', 'api'), planned('f-2', 'api'), planned('f-3', 'ui'), planned('f-4', 'api')];
  const play = async ({ robot }: ReturnType<typeof hospital>, each: PlannedFlow | undefined) => {
    if (each === undefined) return;
    const nurse = robot(each);
    await nurse.begin(0);
    await nurse.steps(0, 3, 0);
    await nurse.end();
  };
  const morning = hospital([], { flows });
  await play(morning, flows[0]);
  const evening = hospital([], { flows, before: morning.seen.events });
  await play(evening, flows[1]);
  await play(evening, flows[2]);
  await evening.reconcile();
  const found = evening.seen.events.flatMap((event) =>
    event.type === 'reconciled' ? [`${event.instance} ${event.name} ${event.verdict}`] : [],
  );
  expect(found.toSorted()).toEqual(['f-1 provet pass', 'f-2 provet pass']);
});
