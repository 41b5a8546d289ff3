import type { EstimateMade } from '../../domain/evidence.ts';
import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { type Interval, interval, replicationSeed } from '../../simulation/kernel/index.ts';
import { type LineWeek, playSupport, type SupportPlayed } from './model.ts';
import type { Questions } from './questions.ts';

/** Staffing that is tried beside the plan's own. */
const STAFFINGS = [0.5, 0.75, 1, 1.25, 1.5] as const;

export interface SupportOptions {
  readonly replications: number;
  readonly seed: number;
}

/** One figure of the queue for help, over the replications. */
export type SupportEstimate = Omit<EstimateMade, 'type'>;

/** What the first week becomes with other staffing. */
interface StaffingResult {
  readonly staffing: number;
  readonly lines: readonly {
    readonly key: string;
    readonly people: number;
    readonly wait90: Interval;
    readonly gaveUp: Interval;
  }[];
}

export interface SupportResult {
  readonly title: string;
  readonly stage: string;
  readonly users: number;
  readonly questions: Questions;
  readonly replications: number;
  readonly seed: number;
  readonly estimates: readonly SupportEstimate[];
  readonly staffing: readonly StaffingResult[];
}

const FIGURES: readonly {
  readonly key: 'asked' | 'waitMean' | 'wait90' | 'gaveUp' | 'busy';
  readonly id: string;
  readonly words: Bilingual;
  readonly unit: EstimateMade['unit'];
}[] = [
  { key: 'asked', id: 'asked', words: both('frågor', 'questions'), unit: 'count' },
  { key: 'waitMean', id: 'wait-mean', words: both('väntan i medeltal', 'mean wait'), unit: 'minutes' },
  {
    key: 'wait90',
    id: 'wait-p90',
    words: both('nio av tio väntar högst', 'nine in ten wait at most'),
    unit: 'minutes',
  },
  { key: 'gaveUp', id: 'gave-up', words: both('andel som gav upp', 'share who gave up'), unit: 'share' },
  { key: 'busy', id: 'busy', words: both('stödets beläggning', 'share of the time at work'), unit: 'share' },
];

/** The queue for help in the first weeks, week by week and line by line, and the first week with other staffing. */
export function simulateSupport(
  plan: FirstWeeks,
  questions: Questions,
  { replications, seed }: SupportOptions,
): SupportResult {
  const play = (staffing: number): SupportPlayed[] =>
    Array.from({ length: replications }, (_, index) =>
      playSupport({ plan, questions: questions.weeks, staffing }, replicationSeed(seed, index)),
    );
  const played = new Map(STAFFINGS.map((staffing) => [staffing, play(staffing)]));
  const own = played.get(1) ?? [];
  return {
    ...{ title: plan.title, stage: plan.stage, questions, replications, seed },
    users: plan.units.reduce((sum, { users }) => sum + users, 0),
    estimates: plan.support.lines.flatMap((line, index) =>
      Array.from({ length: plan.weeks }, (_, week) =>
        FIGURES.map(({ key, id, words, unit }) => {
          const { mean, halfWidth } = over(own, week, index, key);
          return {
            id: `support/week-${week + 1}/${line.key}/${id}`,
            sv: `${line.sv}, vecka ${week + 1}: ${words.sv}`,
            en: `${line.en}, week ${week + 1}: ${words.en}`,
            ...{ group: 'support', unit, mean: finite(mean), halfWidth: finite(halfWidth) },
          };
        }),
      ).flat(),
    ),
    staffing: STAFFINGS.map((staffing) => ({
      staffing,
      lines: plan.support.lines.map(({ key, staff }, index) => ({
        key,
        people: Math.max(
          ...staff.map(({ people }) => Math.max(Math.min(people, 1), Math.round(people * staffing))),
        ),
        wait90: over(played.get(staffing) ?? [], 0, index, 'wait90'),
        gaveUp: over(played.get(staffing) ?? [], 0, index, 'gaveUp'),
      })),
    })),
  };
}

function over(played: readonly SupportPlayed[], week: number, line: number, key: keyof LineWeek): Interval {
  const values = played.map((each) => each[week]?.[line]?.[key] ?? Number.NaN);
  return interval(values.filter((value) => !Number.isNaN(value)));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
