import type { Hazard, HazardLog, RiskLevel } from '../domain/hazard.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { RequirementResult } from './requirements.ts';
import type { Summary } from './verdicts.ts';

/** A hazard joined with what the runs say of its control. */
export interface HazardResult extends Hazard {
  /** The worst of the requirements that show whether the control holds. */
  readonly verdict: Verdict;
  /** From how much: looks at the control, those that broke, and in which runs. */
  readonly observedIn: number;
  readonly brokenIn: number;
  readonly runs: readonly string[];
  /** What Genrep proposes; what a clinician has rated stands in `rating` and counts. */
  readonly proposed: RiskLevel;
  readonly why: Bilingual;
}

export interface HazardReport {
  readonly logHash: string;
  readonly hazards: readonly HazardResult[];
}

/** Looks below this many say little of a control, by the rule of three: 3/60 is 5 %. An assumption. */
const FEW = 60;

/**
 * Joins the hazard log with the evidence. The proposal is a rule that anybody can follow, and no rating: a control that
 * broke leaves a high risk; one that nobody could judge an unknown one; one that held a medium risk until it has been
 * looked at often, then a low one.
 */
export const hazardReport = ({ hazards, hash }: HazardLog, summary: Summary): HazardReport => ({
  logHash: hash,
  hazards: hazards.map((hazard) => joined(hazard, summary)),
});

function joined(hazard: Hazard, { requirements, instances }: Summary): HazardResult {
  const own = requirements.filter(({ requirement }) => hazard.requirements.includes(requirement.id));
  const missing = hazard.requirements.length - own.length;
  const verdict = worst([
    ...own.map((result) => result.verdict),
    ...(missing > 0 ? (['not-covered'] as const) : []),
  ]);
  const sum = (of: (result: RequirementResult) => number) => own.reduce((total, one) => total + of(one), 0);
  const least = Math.min(...own.map(({ observedIn }) => observedIn));
  const flows = new Set(own.flatMap((result) => result.flows));
  return {
    ...hazard,
    verdict,
    observedIn: sum(({ observedIn }) => observedIn),
    brokenIn: sum(({ brokenIn }) => brokenIn),
    runs: [...new Set(instances.filter(({ flow }) => flows.has(flow.id)).map(({ run }) => run))],
    ...proposal(verdict, least),
  };
}

function proposal(verdict: Verdict, least: number): Pick<HazardResult, 'proposed' | 'why'> {
  if (verdict === 'fail' || verdict === 'error') {
    return { proposed: 'high', why: both('Skyddet brast.', 'The control broke.') };
  }
  if (verdict !== 'pass') {
    return {
      proposed: 'unknown',
      why: both(
        'Skyddet är inte prövat, eller går inte att bedöma.',
        'The control was not looked at, or cannot be judged.',
      ),
    };
  }
  return least < FEW
    ? {
        proposed: 'medium',
        why: both(
          `Skyddet höll, men är prövat bara ${least} gånger.`,
          `The control held, but was looked at only ${least} times.`,
        ),
      }
    : {
        proposed: 'low',
        why: both(`Skyddet höll alla ${least} gånger.`, `The control held all ${least} times.`),
      };
}
