import { describe, expect, it } from 'vitest';
import type { RoadmapPlan, StageWork, WorkSaid } from '../../domain/roadmap.ts';
import { roadmapPage } from './page.ts';
import { roadmapOf } from './roadmap.ts';
import { scheduleOf } from './schedule.ts';
import { roadmapText } from './text.ts';
import type { StageWeighed } from './weigh-stage.ts';

const named = (id: string) => ({ id, sv: id, en: id, source: 'antagande' });
const work = (id: string, weeks: number, after: string[], more: Partial<StageWork> = {}): StageWork => ({
  ...named(id),
  ...{
    weeks,
    weeksAgain: weeks,
    inherits: 'anew',
    after,
    why: { sv: 'x', en: 'x' },
    owner: { sv: 'x', en: 'x' },
  },
  ...more,
});

/**
 * A small net with a known answer: a (2) and then b (3) or c (4), both before d (1). The longest chain is a, c, d: seven weeks, and
 * b has one to spare.
 */
const NET = [
  work('a', 2, []),
  work('b', 3, ['a']),
  work('c', 4, ['a']),
  work('d', 1, ['b', 'c']),
  work('start', 0, ['d'], { isStart: true }),
];
const stage = (id: string, goLive: string, after: string[] = []) => ({
  ...named(id),
  stage: id,
  goLive,
  after,
});
const planOf = (change: Partial<RoadmapPlan> = {}): RoadmapPlan => ({
  ...{ name: 'p', title: 'Plan', months: 16, source: 'antagande', work: NET, services: [], checks: [] },
  ...{ options: [{ ...named('bas'), kommuner: 1 }], kommunSource: 'antagande', said: [] },
  kommuner: [{ code: '1490', name: 'Borås', stage: 's1', options: ['bas'] }],
  stages: [stage('s1', '2027-03-01')],
  ...change,
});
const TODAY = '2027-01-04';
const never = () => false;
const said = (what: string, change: Partial<WorkSaid>): WorkSaid => ({
  stage: 's1',
  work: what,
  by: 'Ledare',
  ...change,
});
const startOf = (
  plan: RoadmapPlan,
  isShown: (stage: string, work: StageWork) => boolean = never,
  id = 's1',
) => scheduleOf(plan, TODAY, isShown).starts.find((one) => one.stage === id);
const itemOf = (plan: RoadmapPlan, key: string) =>
  scheduleOf(plan, TODAY, never).work.find((one) => one.key === key);

describe('the critical path of a net with a known answer', () => {
  it('is the longest chain, and tells the earliest day and what is to spare', () => {
    // Seven weeks from 4 January are 22 February, one week before the start.
    expect(startOf(planOf())).toMatchObject({
      ...{ earliest: '2027-02-22', slack: 7, isLive: false },
      chain: ['s1/a', 's1/c', 's1/d', 's1/start'],
    });
  });

  it('gives what is not on it its slack, and the day when it must begin', () => {
    expect(itemOf(planOf(), 's1/c')?.slack).toBe(7);
    expect(itemOf(planOf(), 's1/b')).toMatchObject({
      slack: 14,
      begins: '2027-01-18',
      latestBegin: '2027-02-01',
    });
  });

  it('says by how much a start cannot be held', () => {
    const late = planOf({ stages: [stage('s1', '2027-02-01')] });
    expect(startOf(late)).toMatchObject({ slack: -21 });
    expect(itemOf(late, 's1/a')?.slack).toBe(-21);
  });
});

describe('what is left', () => {
  it.each([
    ['done, as somebody says', [said('a', { done: '2027-01-01' })], '2027-02-08'],
    ['done on a day to come', [said('a', { done: '2027-06-01' })], '2027-02-22'],
    ['begun a week ago', [said('a', { begun: '2026-12-28' })], '2027-02-15'],
    ['begun long ago and not done: a week is left', [said('a', { begun: '2026-01-01' })], '2027-02-15'],
  ])('of work that is %s', (_what, all, earliest) => {
    expect(startOf(planOf({ said: all }))?.earliest).toBe(earliest);
  });

  it('is nothing of work whose gates are passed, and all of it whatever is said otherwise', () => {
    const plan = planOf({ work: NET.map((one) => (one.id === 'c' ? { ...one, gates: ['G'] } : one)) });
    const shown = (_: string, { gates = [] }: StageWork) => gates.includes('G');
    expect(startOf(plan, shown)).toMatchObject({
      earliest: '2027-02-15',
      chain: ['s1/a', 's1/b', 's1/d', 's1/start'],
    });
    expect(startOf(plan)).toMatchObject({ earliest: '2027-02-22' });
  });

  it('is nothing when the stage is live', () => {
    const live = ['a', 'b', 'c', 'd', 'start'].map((id) => said(id, { done: '2027-01-01' }));
    expect(startOf(planOf({ said: live }))).toMatchObject({ isLive: true, chain: [] });
  });
});

describe('a stage after another', () => {
  const two = (change: Partial<RoadmapPlan> = {}, ...net: StageWork[]) =>
    planOf({
      stages: [stage('s1', '2027-03-01'), stage('s2', '2027-06-01', ['s1'])],
      work: [...NET, ...net],
      ...change,
    });

  it('waits for the day of the first start, though that could come sooner', () => {
    const after = two({
      work: NET.map((one) => (one.id === 'd' ? { ...one, afterEarlier: ['start'] } : one)),
    });
    // The first start is on 1 March, and a week of d is left after it.
    expect(startOf(after, never, 's2')).toMatchObject({
      earliest: '2027-03-08',
      chain: ['s1/a', 's1/c', 's1/d', 's1/start', 's2/d', 's2/start'],
    });
  });

  it('waits for what they share', () => {
    const laboratory = { ...named('lab'), stage: 's1', work: 'c', serves: ['s2'], neededFor: 'a' };
    // c of the first stage is done after six weeks, and the whole net comes after that.
    expect(startOf(two({ services: [laboratory] }), never, 's2')?.earliest).toBe('2027-04-05');
    expect(startOf(two(), never, 's2')?.earliest).toBe('2027-02-22');
  });

  it('has nothing to do of what it inherits whole, once the first has done it', () => {
    const inherited = two({
      work: NET.map((one) => (one.id === 'c' ? { ...one, inherits: 'whole' as const, weeksAgain: 0 } : one)),
    });
    expect(startOf({ ...inherited, said: [said('c', { done: '2027-01-01' })] }, never, 's2')?.earliest).toBe(
      '2027-02-15',
    );
    expect(itemOf({ ...inherited, said: [said('c', { done: '2027-01-01' })] }, 's2/c')?.state).toBe('done');
    expect(itemOf(inherited, 's2/c')?.state).toBe('ahead');
  });
});

describe('an introduction on a day', () => {
  const weighed = (verdict: 'pass' | 'fail'): StageWeighed => ({
    ...{
      runs: ['r'],
      leftOut: [],
      points: [
        { at: 1, passed: 0, all: 1 },
        { at: 2, passed: 1, all: 1 },
      ],
    },
    gates: [{ id: 'G', sv: 'G', en: 'G', verdict }],
  });
  const checks = [30, 60].map((days) => ({
    days,
    sv: `K${days}`,
    en: `K${days}`,
    gates: ['G'],
    source: 'antagande',
  }));
  const on = (today: string, verdict: 'pass' | 'fail') =>
    roadmapOf(planOf({ checks }), new Map([['s1', weighed(verdict)]]), today);

  it.each([
    ['shown', '2027-01-04', 'pass', ['pass', 'pass']],
    ['one missed, the other to come', '2027-01-04', 'fail', ['not-covered', 'fail']],
    ['both missed', '2027-02-20', 'fail', ['fail', 'fail']],
    ['on the very day', '2027-01-30', 'fail', ['fail', 'fail']],
  ] as const)('has its checks %s', (_what, today, verdict, verdicts) => {
    expect(on(today, verdict).stages[0]?.checks.map((check) => check.verdict)).toEqual(verdicts);
  });

  it('is in a month of its plan', () => {
    expect(on('2027-01-04', 'fail').stages[0]?.month).toBe(15);
    expect(on('2025-01-04', 'fail').stages[0]?.month).toBe(-9);
  });

  it('is told with its critical path, in words and on a page', () => {
    const roadmap = on('2027-01-04', 'fail');
    expect(roadmapText(roadmap)).toMatch(
      /\? s1: driftstart 2027-03-01, tidigast 2027-02-22, 7 dagars marginal; 0 av 1 grindar; missade kontroller 60 dagar före\nKritiska linjen till s1:\n/,
    );
    const page = roadmapPage(roadmap);
    expect(page).toContain('id="utveckling"');
    expect(page.match(/●/g)?.length).toBe(8);
  });
});
