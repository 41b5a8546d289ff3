import type { DrillStops } from '../../../domain/drill-evidence.ts';
import { type Verdict, worst } from '../../../domain/verdict.ts';
import type { DrillHistory } from '../drill-history.ts';
import type { DrillCheck, DrillConcern, Judge } from './check.ts';
import { asWritten, nothingDoubled, nothingLost, rightPatient } from './data.ts';
import { ordersQueued, paperNotRedone } from './laboratory.ts';
import { listAge, listWhole } from './list.ts';
import { doseGaps, paperAddsUp } from './paper.ts';
import { recoveryTime, workedThrough } from './recovery.ts';
import { nothingUninvited, readsInReadOnly, refusedVisibly } from './stopped.ts';

interface Check {
  readonly concern: DrillConcern;
  /** Of which ways to stop; of all when absent. */
  readonly of?: readonly DrillStops[];
  readonly judge: Judge;
}

/** Judges a drill: every check by itself. */
export const judgeDrill = (drill: DrillHistory): DrillCheck[] =>
  Object.entries(CHECKS).flatMap(([id, { concern, of, judge }]) => {
    if (of !== undefined && !of.includes(drill.opened.stops)) return [];
    const judged = judge(drill);
    return judged === undefined ? [] : [{ id, concern, ...judged }];
  });

const ON_PAPER: readonly DrillStops[] = ['system', 'network', 'sign-in'];

const CHECKS: Readonly<Record<string, Check>> = {
  'list-age': { concern: 'data', of: ON_PAPER, judge: listAge },
  'list-whole': { concern: 'data', of: [...ON_PAPER, 'roll-back'], judge: listWhole },
  'refused-visibly': { concern: 'data', of: [...ON_PAPER, 'roll-back'], judge: refusedVisibly },
  'reads-in-read-only': { concern: 'data', of: ON_PAPER, judge: readsInReadOnly },
  'recovery-time': { concern: 'recovery', judge: recoveryTime },
  'worked-through': { concern: 'data', of: ['failover'], judge: workedThrough },
  'orders-queued': { concern: 'data', of: ['laboratory'], judge: ordersQueued },
  'paper-not-redone': { concern: 'data', of: ['laboratory'], judge: paperNotRedone },
  'nothing-lost': { concern: 'data', judge: nothingLost },
  'nothing-doubled': { concern: 'data', judge: nothingDoubled },
  'as-written': { concern: 'data', judge: asWritten },
  'right-patient': { concern: 'data', judge: rightPatient },
  'nothing-uninvited': { concern: 'data', of: [...ON_PAPER, 'roll-back'], judge: nothingUninvited },
  'paper-adds-up': { concern: 'data', of: [...ON_PAPER, 'laboratory'], judge: paperAddsUp },
  'dose-gaps': { concern: 'data', of: ON_PAPER, judge: doseGaps },
};

/** The worst that a drill's checks of a concern, or all, came to. */
export const verdictOf = (checks: readonly DrillCheck[], concern?: DrillConcern): Verdict =>
  worst(
    checks
      .filter((check) => concern === undefined || check.concern === concern)
      .map(({ verdict }) => verdict),
  );
