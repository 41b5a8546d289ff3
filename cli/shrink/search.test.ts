import { expect, it } from 'vitest';
import type { CareFlow, DrawnStep } from '../../domain/care-flow.ts';
import { randomStream } from '../../domain/random.ts';
import type { ShrinkCase, ShrinkTry } from '../../domain/shrink.ts';
import type { Cause } from '../../reports/causes.ts';
import { type Shrinkable, shrinkCause } from './search.ts';
import { hashOf, Tries } from './tries.ts';

const KEY = 'KRAV-LAB-01 laboratory order-on-laboratory-worklist';
const ACTOR = { role: 'physician', unit: 'ward' } as const;

/** Admits, orders, looks at something else, sees the order, and writes a note. */
const FLOW = {
  id: 'a#b',
  steps: [
    { actor: ACTOR, activity: { type: 'task', kind: 'admit', as: 'in' } },
    { actor: ACTOR, activity: { type: 'task', kind: 'order-test', as: 'order' } },
    { actor: ACTOR, activity: { type: 'question', kind: 'bed-on-ward-list' } },
    {
      actor: ACTOR,
      activity: { type: 'question', kind: 'order-on-laboratory-worklist', order: { ref: 'order' } },
    },
    { actor: ACTOR, activity: { type: 'task', kind: 'write-note', as: 'note' } },
  ],
} as unknown as CareFlow;

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `f-${`${index + 1}`.padStart(4, '0')}`);

const runOf = (count: number, more: Partial<Shrinkable> = {}): Shrinkable => ({
  instances: names(count).map((instance, at) => ({ instance, flow: FLOW.id, at })),
  flows: [FLOW],
  faults: ['order-lost'],
  drawnFor: () => [],
  simpler: () => [],
  hasControl: true,
  ...more,
});

const causeIn = (...instances: readonly string[]): Cause =>
  ({
    key: KEY,
    signature: {
      requirements: ['KRAV-LAB-01'],
      component: 'laboratory',
      kind: 'order-on-laboratory-worklist',
    },
    failures: [{ flow: { id: FLOW.id }, step: { index: 3 } }],
    count: instances.length,
    instances,
  }) as unknown as Cause;

const left = ({ steps }: ShrinkCase): readonly number[] => steps[FLOW.id] ?? [0, 1, 2, 3, 4];

/** A system in which the order is lost where the fault is planted; without an order there is none to see either. */
const lost = (one: ShrinkCase): boolean =>
  left(one).includes(3) && (one.faults.includes('order-lost') || !left(one).includes(1));

function playing(shows: (one: ShrinkCase) => boolean, most = 50, known: readonly ShrinkTry[] = []) {
  const played: ShrinkCase[] = [];
  const kept: ShrinkTry[] = [...known];
  const tries = new Tries({
    most,
    known,
    play: async (one) => {
      played.push(one);
      return shows(one) ? [KEY] : [];
    },
    remember: async (tried) => void kept.push(tried),
  });
  return { tries, played, kept };
}

it('comes from a thousand patients to one, and to the steps that are needed, in few runs', async () => {
  const { tries, played } = playing(lost);
  const found = await shrinkCause(causeIn('f-0700', 'f-0702'), runOf(1000), tries);
  expect(found).toMatchObject({ outcome: 'shrunk', smallest: { instances: ['f-0700'], drawn: {} } });
  // The order must stay: without it nothing is to be seen, whether the system is wrong or right.
  expect(found.smallest?.steps).toEqual({ [FLOW.id]: [1, 3] });
  expect(played.length).toBeLessThanOrEqual(20);
});

it('finds two patients who are only wrong at the same time, and says so', async () => {
  const { tries } = playing(
    (one) => lost(one) && one.together && ['f-0007', 'f-0012'].every((each) => one.instances.includes(each)),
  );
  const found = await shrinkCause(causeIn('f-0012'), runOf(1000), tries);
  expect(found.smallest).toMatchObject({ instances: ['f-0007', 'f-0012'], together: true });
  expect(found.outcome).toBe('shrunk');
  expect(tries.played).toBeLessThanOrEqual(50);
});

it('leaves out faults that have no part in it', async () => {
  const { tries } = playing(lost);
  const run = runOf(9, { faults: ['note-cut', 'order-lost', 'result-late'] });
  expect((await shrinkCause(causeIn('f-0003'), run, tries)).smallest?.faults).toEqual(['order-lost']);
});

it('leaves no act out where it cannot be held against an environment without the fault', async () => {
  const { tries } = playing((one) => left(one).includes(3));
  const run = runOf(3, { faults: [], hasControl: false });
  expect((await shrinkCause(causeIn('f-0001'), run, tries)).smallest?.steps).toEqual({
    [FLOW.id]: [0, 1, 3],
  });
});

it('keeps of drawn values only those that are needed, as simple as they show', async () => {
  const length = ({ activity }: DrawnStep): number => (activity as unknown as { length: number }).length;
  const note = (step: number, chars: number): DrawnStep =>
    ({ step, activity: { kind: 'write-note', length: chars } }) as unknown as DrawnStep;
  const run = runOf(3, {
    drawnFor: () => [note(1, 300), note(4, 8001)],
    *simpler(_, drawn) {
      for (let less = length(drawn); less > 0; less = Math.floor(less / 2))
        yield note(0, length(drawn) - less).activity;
    },
  });
  const { tries } = playing((one) => (one.drawn['f-0001'] ?? []).some((drawn) => length(drawn) > 4000));
  const found = await shrinkCause(causeIn('f-0001'), run, tries);
  const [left, ...others] = found.smallest?.drawn['f-0001'] ?? [];
  expect(others).toEqual([]);
  expect(left && [left.step, length(left)]).toEqual([4, 4001]);
  expect(tries.played).toBeLessThanOrEqual(50);
});

it('says of what shows every other time how often, and of what shows too seldom that it cannot be shrunk', async () => {
  const draws = randomStream(3, 'flaky', 'half');
  const half = playing((one) => lost(one) && draws.next() < 0.7, 200);
  const found = await shrinkCause(causeIn('f-0005'), runOf(40), half.tries);
  expect(found.smallest?.instances.length).toBeLessThanOrEqual(3);
  expect(found.seen.count).toBeLessThanOrEqual(found.seen.of);

  let nth = 0;
  const seldom = playing((one) => {
    nth += 1;
    return lost(one) && nth % 5 === 0;
  });
  expect(await shrinkCause(causeIn('f-0001'), runOf(2), seldom.tries)).toMatchObject({
    outcome: expect.stringMatching(/unstable|not-seen/),
  });
});

it('says that nothing was seen where nothing shows', async () => {
  const { tries } = playing(() => false);
  expect(await shrinkCause(causeIn('f-0001'), runOf(1000), tries)).toMatchObject({
    outcome: 'not-seen',
    seen: { count: 0 },
  });
  expect(tries.played).toBeLessThanOrEqual(12);
});

it('tells what it has when no more runs may be made, and goes on from there with no run made twice', async () => {
  const shows = (one: ShrinkCase): boolean =>
    lost(one) &&
    names(40)
      .slice(10, 15)
      .every((each) => one.instances.includes(each));
  const first = playing(shows, 12);
  const early = await shrinkCause(causeIn('f-0012'), runOf(40), first.tries);
  expect(early.outcome).toBe('out-of-runs');
  expect(first.played).toHaveLength(12);

  const rest = playing(shows, 200, first.kept);
  const found = await shrinkCause(causeIn('f-0012'), runOf(40), rest.tries);
  expect(found.smallest?.instances).toEqual(names(40).slice(10, 15));
  const before = new Set(first.played.map(hashOf));
  const again = rest.played.filter((one) => before.has(hashOf(one)));
  expect(new Set(again.map(hashOf)).size, 'only to play one oftener than before').toBeLessThanOrEqual(1);
});
