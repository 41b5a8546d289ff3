import type { FirstWeeks } from '../../domain/first-weeks.ts';
import type { Contacts, Incoming, ReportedDeviation } from '../deviation.ts';
import { momentIn } from '../swedish-time.ts';

/** What was known at a moment: nothing that came later. */
export interface Situation {
  readonly plan: FirstWeeks;
  readonly at: number;
  readonly start: number;
  /** Reported until then. */
  readonly deviations: readonly ReportedDeviation[];
  /** Those of them that were not closed then. */
  readonly open: readonly ReportedDeviation[];
  /** Of days that were over then. */
  readonly contacts: readonly Contacts[];
}

export function situationAt(plan: FirstWeeks, { deviations, contacts }: Incoming, at: number): Situation {
  const known = deviations.filter(({ reported }) => reported <= at);
  return {
    ...{ plan, at, start: momentIn(plan.start) ?? 0, deviations: known },
    open: known.filter(({ closed }) => closed === undefined || closed > at),
    contacts: contacts.filter(({ ends }) => ends <= at),
  };
}

/** Those that were reported in a span of time, its end not among it. */
export const reportedIn = (
  deviations: readonly ReportedDeviation[],
  from: number,
  to: number,
): ReportedDeviation[] => deviations.filter(({ reported }) => reported >= from && reported < to);

/** Those that were closed in it. */
export const closedIn = (
  deviations: readonly ReportedDeviation[],
  from: number,
  to: number,
): ReportedDeviation[] =>
  deviations.filter(({ closed }) => closed !== undefined && closed >= from && closed < to);

/** How many patients they touch, as far as they name any. */
export const patientsOf = (deviations: readonly ReportedDeviation[]): number =>
  new Set(deviations.flatMap(({ patient }) => patient ?? [])).size;
