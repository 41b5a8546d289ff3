import type { DrillOpened, DrillStops } from '../../domain/drill-evidence.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import type { RunHistory } from '../history.ts';
import type { DrillCheck } from './checks/check.ts';
import { judgeDrill, verdictOf } from './checks/index.ts';
import type { DrillHistory } from './drill-history.ts';

/** A paper form as it ended. */
export interface FormResult {
  readonly number: string;
  readonly patient: string;
  readonly what: 'measurement' | 'dose' | 'order' | 'answer';
  readonly value: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly became: 'entered' | 'not-entered' | 'unknown' | 'void';
}

/** What a drill came to; plain data. */
export interface DrillResult {
  readonly run: string;
  readonly opened: Omit<DrillOpened, 'type'>;
  readonly verdict: Verdict;
  readonly checks: readonly DrillCheck[];
  readonly came: DrillHistory['came'];
  readonly papers: readonly FormResult[];
  /** Lines of the list that was printed. */
  readonly listed: DrillHistory['listed'];
  /** How much was written, and what was said of it. */
  readonly wrote: Readonly<Record<'accepted' | 'refused' | 'unknown', number>>;
}

/** What some runs say of drills; of several of the same drill the latest. */
export function measureDrills(runs: readonly RunHistory[]): DrillResult[] {
  const all = runs.flatMap((run) => (run.drills ?? []).map((drill) => resultOf(run.started.run, drill)));
  return [...new Map(all.map((result) => [result.opened.drill, result])).values()];
}

function resultOf(run: string, drill: DrillHistory): DrillResult {
  const { opened, came, wrote, papers, listed, isClosed } = drill;
  const { type: _, ...facts } = opened;
  const checks = judgeDrill(drill);
  const entered = new Map(
    wrote.filter(({ when }) => when === 'back-entry').map(({ number, told }) => [number, told]),
  );
  const became = (number: string): FormResult['became'] => {
    const told = entered.get(number);
    return told === 'accepted' ? 'entered' : told === 'unknown' ? 'unknown' : 'not-entered';
  };
  const said = (told: string) => wrote.filter((one) => one.told === told).length;
  return {
    ...{ run, opened: facts, checks, came, listed },
    // What was broken off half-way has shown nothing yet of what comes after.
    verdict: isClosed ? verdictOf(checks) : worst([verdictOf(checks), 'not-covered']),
    papers: papers.map(({ number, patient, what, value, at, isVoid }) => ({
      ...{ number, patient, what, value, at },
      became: isVoid ? 'void' : became(number),
    })),
    wrote: { accepted: said('accepted'), refused: said('refused'), unknown: said('unknown') },
  };
}

/** The latest drill of each of these ways to stop, and the ways of which there is none. */
export function drillsOf(
  drills: readonly DrillResult[],
  stops: readonly DrillStops[],
): { readonly held: readonly DrillResult[]; readonly missing: readonly DrillStops[] } {
  const held = drills.filter(({ opened }) => stops.includes(opened.stops));
  const missing = stops.filter((one) => !held.some(({ opened }) => opened.stops === one));
  return { held, missing };
}
