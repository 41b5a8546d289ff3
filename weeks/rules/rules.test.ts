import { describe, expect, it } from 'vitest';
import type { StopCondition } from '../../domain/first-weeks.ts';
import { situationAt } from '../measure/situation.ts';
import { at, contactsOn, deviation, incoming, PLAN } from '../testing/weeks.ts';
import { judgeCondition } from './index.ts';

/** Each kind of rule: silent on what is allowed, tripped by one more. */

const NOW = '2027-01-14 12:00';
const many = (count: number, told: Parameters<typeof deviation>[2] = {}, day = '2027-01-13 08:00') =>
  Array.from({ length: count }, (_, index) => deviation(`A${index}`, day, told));
const judge = (
  condition: StopCondition,
  deviations: Parameters<typeof incoming>[0],
  contacts: Parameters<typeof incoming>[1] = [],
) => judgeCondition(condition, situationAt(PLAN, incoming(deviations, contacts), at(NOW)));

describe('open', () => {
  const condition = { kind: 'open', class: 1, atMost: 0, olderThanHours: 4 } as const;
  it.each([
    ['four hours old and no more', [deviation('A', '2027-01-14 08:00', { class: 1 })], 'pass'],
    ['a minute older', [deviation('A', '2027-01-14 07:59', { class: 1 })], 'fail'],
    ['closed since', [deviation('A', '2027-01-14 01:00', { class: 1, closed: '2027-01-14 11:59' })], 'pass'],
    [
      'closed later than now',
      [deviation('A', '2027-01-14 01:00', { class: 1, closed: '2027-01-14 12:01' })],
      'fail',
    ],
    ['of another class', [deviation('A', '2027-01-13 08:00', { class: 2 })], 'pass'],
    ['reported later than now', [deviation('A', '2027-01-14 12:01', { class: 1 })], 'pass'],
  ])('%s', (_what, deviations, verdict) => {
    expect(judge(condition, deviations).verdict).toBe(verdict);
  });

  it('counts those without an owner alone where it is about them', () => {
    const owned = deviation('A', '2027-01-13 08:00', { class: 1 });
    const { owner: _, ...orphan } = deviation('B', '2027-01-13 08:00', { class: 1 });
    expect(judge({ ...condition, withoutOwner: true }, [owned]).verdict).toBe('pass');
    expect(judge({ ...condition, withoutOwner: true }, [owned, orphan])).toMatchObject({
      verdict: 'fail',
      of: ['B'],
    });
  });
});

describe('reported', () => {
  const condition = { kind: 'reported', classes: [1], hours: 24, atMost: 2 } as const;
  it.each([
    ['as many as are allowed', many(2, { class: 1 }, '2027-01-13 13:00'), 'pass'],
    ['one more', many(3, { class: 1 }, '2027-01-13 13:00'), 'fail'],
    ['more, but the day before', many(3, { class: 1 }, '2027-01-13 11:00'), 'pass'],
  ])('%s', (_what, deviations, verdict) => {
    expect(judge(condition, deviations).verdict).toBe(verdict);
  });
});

describe('patients', () => {
  const condition = { kind: 'patients', classes: [1, 2], hours: 24, atMost: 1 } as const;
  const of = (patient: string) => deviation(patient, '2027-01-14 08:00', { class: 2, patient });
  it.each([
    ['one patient, twice', [of('p1'), { ...of('p1'), id: 'B' }], 'pass'],
    ['two patients', [of('p1'), of('p2')], 'fail'],
    [
      'one patient, and one that nobody names',
      [of('p1'), deviation('B', '2027-01-14 08:00', { class: 1 })],
      'unknown',
    ],
  ])('%s', (_what, deviations, verdict) => {
    expect(judge(condition, deviations).verdict).toBe(verdict);
  });
});

describe('rate', () => {
  const condition = { kind: 'rate', classes: [1, 2], days: 1, atMost: 15 } as const;
  const day = [contactsOn('2027-01-13', 1_000)];
  it.each([
    ['few among many', many(5, { class: 2 }), day, 'pass'],
    ['the interval lies across the limit', many(15, { class: 2 }), day, 'unknown'],
    ['the whole interval lies above', many(40, { class: 2 }), day, 'fail'],
    ['none among many', [], day, 'pass'],
    ['none among few', [], [contactsOn('2027-01-13', 100)], 'unknown'],
    ['class 3 is not asked about', many(40, { class: 3 }), day, 'pass'],
    ['nobody told the contacts', many(40, { class: 2 }), [], 'not-covered'],
    ['the contacts are old', [], [contactsOn('2027-01-11', 1_000)], 'not-covered'],
    ['the day is not over', [], [contactsOn('2027-01-14', 1_000)], 'not-covered'],
    [
      'deviations of a unit without contacts are of nothing',
      many(40, { class: 2, unit: 'labb' }),
      day,
      'pass',
    ],
  ])('%s', (_what, deviations, contacts, verdict) => {
    expect(judge(condition, deviations, contacts).verdict).toBe(verdict);
  });
});

describe('growing', () => {
  const condition = { kind: 'growing', days: 2 } as const;
  const came = (id: string, closed?: string) =>
    deviation(
      id,
      closed === undefined ? '2027-01-13 20:00' : '2027-01-13 08:00',
      closed === undefined ? {} : { closed },
    );
  it.each([
    ['more came on both days', [came('A'), deviation('B', '2027-01-13 08:00')], 'fail'],
    [
      'as many were closed as came on one of them',
      [came('A', '2027-01-14 08:00'), deviation('B', '2027-01-13 20:00')],
      'pass',
    ],
    ['nothing came', [], 'pass'],
  ])('%s', (_what, deviations, verdict) => {
    expect(judge(condition, deviations).verdict).toBe(verdict);
  });
});
