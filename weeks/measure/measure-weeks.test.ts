import { describe, expect, it } from 'vitest';
import type { GateDecision } from '../../domain/decision.ts';
import { HOUR } from '../../domain/time.ts';
import { firstWeeksIn } from '../../scenarios/load-first-weeks.ts';
import { at, contactsOn, deviation, incoming, PLAN, PLAN_TEXT } from '../testing/weeks.ts';
import { measureWeeks } from './measure-weeks.ts';
import { rateOf } from './rate.ts';
import type { WeekDecisions } from './stop-rules.ts';

const decision = (told: Partial<GateDecision>): GateDecision => ({
  ...{ stage: '1-sodra', gate: 'first-weeks', kind: 'course', by: 'Chefläkaren', reason: 'Därför' },
  ...{ at: '2027-01-10T08:00:00Z', stageHash: 'a', gateHash: 'b', rulesHash: PLAN.rulesHash },
  ...told,
});
const FIXED: WeekDecisions = {
  fixed: { decision: decision({ kind: 'stop-rules' }), rules: PLAN.stopRules },
  late: [],
  courses: [],
};
const NOW = '2027-01-14 12:00';
const CALM = [
  deviation('A', '2027-01-13 08:00', { class: 2, closed: '2027-01-13 12:00' }),
  deviation('B', '2027-01-14 11:00'),
];
const CONTACTS = [contactsOn('2027-01-13', 1_000)];
const measured = (
  deviations = CALM,
  decisions = FIXED,
  { plan = PLAN, now = NOW, written = undefined as number | undefined } = {},
) => measureWeeks(plan, incoming(deviations, CONTACTS, written), decisions, at(now));
const rule = (result: ReturnType<typeof measured>, id = 'klass-1-oppen') =>
  result.stopRules.rules.find((each) => each.id === id);

describe('stop rules', () => {
  it('hold on calm days, when they were fixed', () => {
    expect(measured().stopRules.verdict).toBe('pass');
  });

  it('hold nothing when nobody fixed them, and trip all the same', () => {
    const none: WeekDecisions = { late: [], courses: [] };
    expect(measured(CALM, none).stopRules).toMatchObject({ verdict: 'not-covered', isFixed: false });
    const grave = [...CALM, deviation('C', '2027-01-14 07:00', { class: 1 })];
    expect(measured(grave, none).stopRules.verdict).toBe('fail');
  });

  it('are judged as they were fixed, and what was changed afterwards is told', () => {
    const relaxed = firstWeeksIn(
      'plan.yaml',
      PLAN_TEXT.replace('olderThanHours: 4', 'olderThanHours: 40').replace(
        / {2}- id: per-tusen[\s\S]*?(?=support)/,
        '',
      ),
    );
    const grave = [...CALM, deviation('C', '2027-01-14 07:00', { class: 1 })];
    const result = measured(grave, FIXED, { plan: relaxed });
    expect(rule(result)?.verdict).toBe('fail');
    expect(result.stopRules.changes.map(({ id, what }) => [id, what])).toEqual([
      ['klass-1-oppen', 'changed'],
      ['per-tusen', 'removed'],
    ]);
    expect(relaxed.rulesHash).not.toBe(PLAN.rulesHash);
  });

  it('are the same rules when only their source or owner is mended', () => {
    const mended = firstWeeksIn(
      'plan.yaml',
      PLAN_TEXT.replaceAll('source: Antagande', 'source: Beslut 8 januari'),
    );
    expect(mended.rulesHash).toBe(PLAN.rulesHash);
  });

  it('that were tripped stay so until somebody decides the course', () => {
    const passed = [...CALM, deviation('C', '2027-01-13 01:00', { class: 1, closed: '2027-01-13 09:00' })];
    const result = measured(passed);
    expect(rule(result)).toMatchObject({
      verdict: 'fail',
      tripped: { first: at('2027-01-13 06:00'), last: at('2027-01-13 08:00') },
    });
    const before = decision({ course: 'go-on', at: '2027-01-13T06:30:00Z' });
    const after = decision({ course: 'go-on', at: '2027-01-13T07:30:00Z' });
    expect(rule(measured(passed, { ...FIXED, courses: [before] }))?.verdict).toBe('fail');
    expect(rule(measured(passed, { ...FIXED, courses: [before, after] }))).toMatchObject({
      verdict: 'pass',
      answered: after,
    });
  });

  it('do not hold in data in which nothing is new: the feed may have stopped', () => {
    const later = { now: '2027-01-14 16:00' };
    expect(measured(CALM, FIXED, later).fresh.isFresh).toBe(false);
    expect(measured(CALM, FIXED, later).stopRules.verdict).toBe('unknown');
    const exported = { ...later, written: at('2027-01-14 15:30') };
    expect(measured(CALM, FIXED, exported).stopRules.verdict).toBe('pass');
  });

  it('do not hold when nothing came at all', () => {
    expect(measured([], FIXED).stopRules.verdict).toBe('unknown');
  });
});

describe('figures', () => {
  it('count what was known then, and nothing that came later', () => {
    const past = measured(CALM, FIXED, { now: '2027-01-13 10:00' });
    expect(past.open.map(({ id }) => id)).toEqual(['A']);
    expect(past.reported).toBe(1);
    expect(measured().open.map(({ id }) => id)).toEqual(['B']);
  });

  it('tell who owns what is open, how old it is, and what nobody owns', () => {
    const { owner: _, ...orphan } = deviation('C', '2027-01-12 06:00', { class: 1 });
    const result = measured([...CALM, orphan]);
    expect(result.openByOwner.map(({ owner }) => owner)).toEqual([null, 'Systemförvaltningen']);
    expect(result.openByAge.map((counts) => counts[1])).toEqual([0, 0, 1, 0, 0]);
  });

  it('leave to the next shift what is open of class 1, by name', () => {
    const grave = [...CALM, deviation('C', '2027-01-14 02:00', { class: 1, closed: '2027-01-14 08:30' })];
    const [day, night] = measured(grave).shifts;
    expect([day?.shift.sv, day?.isOver, night?.shift.sv, night?.isOver]).toEqual([
      'Dag',
      false,
      'Natt',
      true,
    ]);
    expect(night?.gravest.map(({ id }) => id)).toEqual(['C']);
    expect(night?.tripped).toEqual(['klass-1-oppen']);
    expect(day?.gravest).toEqual([]);
  });

  it('say for which days and units nobody told the contacts', () => {
    expect(measured().lacksContacts).toEqual([
      { day: '2027-01-12', units: ['akuten', 'labb'] },
      { day: '2027-01-13', units: ['labb'] },
    ]);
  });

  it('add up: every deviation is in one span of the trend, across midnight and summer time', () => {
    const plan = firstWeeksIn('plan.yaml', PLAN_TEXT.replace('2027-01-12 05:00', '2027-03-27 05:00'));
    const spread = Array.from({ length: 48 }, (_, hour) => ({
      ...deviation(`H${hour}`, '2027-03-27 06:00'),
      reported: at('2027-03-27 06:00') + hour * HOUR,
    }));
    const { trend, flow } = measureWeeks(plan, incoming(spread), FIXED, at('2027-03-29 12:00'));
    expect(trend.reduce((sum, { reported }) => sum + reported[3], 0)).toBe(48);
    expect(flow.map(({ reported }) => reported)).toEqual([18, 23, 7]);
  });
});

describe('a rate', () => {
  // Exact Poisson intervals: 10 events 4.795–18.390, 1 event 0.0253–5.572, 100 events 81.36–121.63 (Garwood 1936).
  it.each([
    [10, 4.795, 18.39],
    [100, 81.36, 121.63],
  ])('of %i events is as the exact interval to a hundredth part', (count, low, high) => {
    const rate = rateOf(count, 1_000);
    expect(Math.abs((rate?.low ?? 0) - low) / low).toBeLessThan(0.01);
    expect(Math.abs((rate?.high ?? 0) - high) / high).toBeLessThan(0.01);
  });

  it('of none reaches from zero, and of no contacts there is none', () => {
    expect(rateOf(0, 1_000)).toMatchObject({ low: 0, per1000: 0 });
    expect(rateOf(0, 1_000)?.high).toBeCloseTo(3.689, 3);
    expect(rateOf(3, 0)).toBeUndefined();
  });
});
