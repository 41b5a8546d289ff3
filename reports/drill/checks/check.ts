import type { DrillFact, DrillFound, DrillStanding } from '../../../domain/drill-evidence.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { type Bilingual, both, number as told } from '../../../pages/bilingual.ts';
import { type DrillHistory, expectedIn } from '../drill-history.ts';

/** What a check of a drill is about; a gate asks for all of one. */
export type DrillConcern = 'recovery' | 'data';

/** One thing that must hold of a drill. */
export interface DrillCheck {
  readonly id: string;
  readonly concern: DrillConcern;
  readonly words: Bilingual;
  readonly verdict: Verdict;
  readonly measured: Bilingual;
  /** Forms and writes that speak against it, by number. */
  readonly against: readonly string[];
}

export type Judge = (drill: DrillHistory) => Omit<DrillCheck, 'id' | 'concern'> | undefined;

/** What a drill that was broken off says nothing of. */
export const nothing = (words: Bilingual) => ({
  ...{
    words,
    verdict: 'not-covered' as const,
    measured: both('kom inte så långt', 'did not come so far'),
    against: [],
  },
});

export function ofMany<T extends DrillFact | DrillFound | readonly [DrillFact, unknown]>(
  words: Bilingual,
  all: readonly T[],
  against: readonly T[],
  measured: (right: number, all: number) => Bilingual,
  numberOf: (one: T) => string = (one) => ('number' in one ? one.number : ''),
): Omit<DrillCheck, 'id' | 'concern'> {
  return {
    words,
    verdict: all.length === 0 ? 'not-covered' : against.length === 0 ? 'pass' : 'fail',
    measured: measured(all.length - against.length, all.length),
    against: against.map(numberOf),
  };
}

/** What should be there and is, with what stands there. */
export function there(drill: DrillHistory): (readonly [DrillFact, readonly DrillStanding[]])[] {
  const byNumber = foundIn(drill);
  return expectedIn(drill).flatMap((one) => {
    const own = byNumber.get(one.number)?.found ?? [];
    return own.length === 0 ? [] : [[one, own] as const];
  });
}

export const foundIn = ({ found }: DrillHistory): ReadonlyMap<string, DrillFound> =>
  new Map(found.map((one) => [one.number, one]));

export const numbersOf = (all: readonly DrillFact[]): string[] => all.map(({ number }) => number);

export const seconds = (value: number): Bilingual => {
  const { sv, en } = told(Math.round(value * 10) / 10);
  return both(`${sv} s`, `${en} s`);
};
