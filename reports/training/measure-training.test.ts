import { describe, expect, it } from 'vitest';
import type { LabEvent, LabSeat } from '../../domain/lab-evidence.ts';
import type { RosterLine, StaffNeed, TrainingPlan, TrainingRecord } from '../../domain/training.ts';
import type { RunHistory } from '../history.ts';
import { runOf } from '../testing/synthetic.ts';
import { labRecords, unknownSeats } from './lab-records.ts';
import { lackingCsv } from './lacking-csv.ts';
import { measureTraining, type TrainingInput } from './measure-training.ts';
import { trainingText } from './text.ts';

const PLAN: TrainingPlan = {
  ...{ stage: 'etapp-1', goLive: '2027-06-01', weeks: 4, day: 'd', weekdaysOnly: [], source: 'antagande' },
  weeklyHours: { hours: 38, source: 'antagande' },
  courses: [
    {
      id: 'GRUND',
      sv: 'Grund',
      en: 'Basic',
      roles: ['nurse', 'physician'],
      validMonths: 6,
      source: 'antagande',
    },
    { id: 'LM', sv: 'Läkemedel', en: 'Medication', roles: ['nurse'], source: 'antagande' },
  ],
};
const NEED: StaffNeed = { unit: 'akuten', unitName: 'Akuten', role: 'nurse', perDay: 2, people: 4 };
const on = (pseudonym: string, change: Partial<RosterLine> = {}): RosterLine => ({
  ...{ pseudonym, unit: 'akuten', role: 'nurse' },
  ...change,
});
const record = (pseudonym: string, course: string, change: Partial<TrainingRecord> = {}): TrainingRecord => ({
  ...{ pseudonym, unit: 'akuten', role: 'nurse', course, passed: true, date: '2027-03-01' },
  ...change,
});
const both = (pseudonym: string): TrainingRecord[] => [record(pseudonym, 'GRUND'), record(pseudonym, 'LM')];
const measure = (records: readonly TrainingRecord[], more: Partial<TrainingInput> = {}) =>
  measureTraining({
    ...{ plan: PLAN, needs: [NEED], records, today: '2027-04-01' },
    roster: ['A', 'B', 'C', 'D'].map((one) => on(one)),
    ...more,
  });

describe('who is trained', () => {
  it('is counted against who works there, not against who was enrolled: 89 % of the rows and 25 % of the people', () => {
    const green = [...both('A'), ...['X', 'Y', 'Z'].flatMap(both), record('B', 'GRUND', { passed: false })];
    const result = measure(green);
    expect(result.rows).toEqual({ all: 9, passed: 8 });
    expect(result.all).toEqual({ working: 4, trained: 1 });
    expect(result.elsewhere).toBe(3);
    expect(trainingText(result)).toContain('1 av 4 som arbetar de första veckorna');
  });

  it.each([
    ['all courses of the role', both('A'), 1],
    ['one of them', [record('A', 'GRUND')], 0],
    ['failed at last', [...both('A'), record('A', 'LM', { passed: false, date: '2027-03-02' })], 0],
    ['passed at last', [record('A', 'LM', { passed: false, date: '2027-02-01' }), ...both('A')], 1],
    ['both on one day', [...both('A'), record('A', 'LM', { passed: false })], 0],
    ['the same row twice', [...both('A'), ...both('A')], 1],
    ['too long before the start', [record('A', 'GRUND', { date: '2026-11-30' }), record('A', 'LM')], 0],
    [
      'just within',
      [record('A', 'GRUND', { date: '2026-12-01' }), record('A', 'LM', { date: '2020-01-01' })],
      1,
    ],
    ['in another role', both('A').map((one) => ({ ...one, role: 'physician' as const })), 0],
    ['at another unit', both('A').map((one) => ({ ...one, unit: 'elsewhere' })), 1],
  ])('%s', (_what, records, trained) => {
    expect(measure(records).all.trained).toBe(trained);
  });

  it('works there only in the first weeks', () => {
    const roster = [
      on('A', { to: '2027-05-31' }),
      on('B', { from: '2027-06-28' }),
      on('C', { from: '2027-06-28', to: '2027-06-30' }),
      on('D', { from: '2027-06-29' }),
    ];
    expect(measure([], { roster }).all.working).toBe(2);
  });

  it('leaves a place that the shifts need and nobody works at as nobody', () => {
    const roster = [on('A', { unit: 'annan', role: 'physician' })];
    expect(measure(both('A'), { roster }).parts).toMatchObject([
      { unit: 'akuten', working: 0, trained: 0 },
      { unit: 'annan', working: 1, trained: 0 },
    ]);
  });

  it('is without a roster counted against what the shifts take, and never more than they take', () => {
    const { roster: _, ...without } = { roster: undefined };
    const many = ['A', 'B', 'C', 'D', 'E'].flatMap(both);
    const result = measureTraining({
      plan: PLAN,
      needs: [NEED],
      records: many,
      today: '2027-04-01',
      ...without,
    });
    expect(result).toMatchObject({ basis: 'staffing', all: { working: 4, trained: 4 } });
  });

  it('names who lacks what, for whoever plans courses, and courses that nobody asked for', () => {
    const result = measure([...both('A'), record('B', 'GRUND'), record('B', 'EXCEL')]);
    expect(result.otherCourses).toEqual(['EXCEL']);
    expect(lackingCsv(result)).toContain('B,Akuten,Sjuksköterska,Läkemedel');
    expect(lackingCsv(result)).not.toContain('A,Akuten');
  });
});

describe('what a lab showed', () => {
  const SEAT: LabSeat = {
    ...{ id: 'plats-1', pseudonym: 'Sjuksköterska 1', role: 'nurse', unit: 'akuten' },
    ...{ kind: 'emergency', unitName: 'Akuten' },
  };
  const when = { at: 1, dayTime: 0 };
  const card = (id: string, change: string) =>
    ({
      type: 'lab-card',
      card: id,
      seat: 'plats-1',
      visit: 'f-1',
      step: 0,
      kind: 'triage',
      change,
      ...when,
    }) as LabEvent;
  const shown = (id: string): LabEvent[] => [card(id, 'dealt'), card(id, 'opened'), card(id, 'shown')];
  const lab = (...events: LabEvent[]): RunHistory => ({
    ...runOf({ run: 'labb', instances: 0, planned: 0 }),
    lab: [
      { type: 'lab-opened', seats: [SEAT], injects: [], consent: '1', pace: 1, idlePace: 1, ...when },
      { type: 'lab-person', seat: 'plats-1', change: 'joined', ...when },
      ...events,
    ],
  });
  const COURSE = {
    id: 'LABB',
    sv: 'Labb',
    en: 'Lab',
    roles: ['nurse' as const],
    cards: 2,
    source: 'antagande',
  };
  const SEATS = [{ run: 'labb', seat: 'plats-1', pseudonym: 'A' }];

  it('is a record of the person who sat there: so many cards without help, or not passed', () => {
    expect(labRecords([lab(...shown('k1'), ...shown('k2'))], SEATS, [COURSE])).toMatchObject([
      { pseudonym: 'A', course: 'LABB', role: 'nurse', passed: true },
    ]);
    expect(labRecords([lab(...shown('k1'))], SEATS, [COURSE])[0]?.passed).toBe(false);
  });

  it('counts for no one whom nobody has told who it is', () => {
    expect(unknownSeats([lab()], [])).toBe(1);
    expect(unknownSeats([lab()], SEATS)).toBe(0);
  });

  it('is refused of a place that nobody sat at', () => {
    expect(() => labRecords([lab()], [{ run: 'labb', seat: 'plats-9', pseudonym: 'A' }], [COURSE])).toThrow(
      /I körningen labb satt ingen på plats-9/,
    );
  });
});
