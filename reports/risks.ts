import type { ClinicalConsequence, Requirement } from '../domain/stage.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { type Bilingual, both, percent } from '../pages/bilingual.ts';
import { ruleOfThree } from './detection.ts';
import type { RequirementResult } from './requirements.ts';

/** What may happen to patients, as far as the evidence goes. */
export interface Risk {
  readonly requirement: Pick<Requirement, 'id' | 'sv' | 'en' | 'safetyClass'>;
  readonly verdict: Verdict;
  readonly consequence?: ClinicalConsequence;
  /** From how much this is known. */
  readonly known: Bilingual;
}

const FIVE = 5;

/**
 * The five worst risks: what broke before what nobody can tell, that before what nobody looked at; within these what may
 * cost a life first. Where all held, those that were looked at least often, by what could have been missed (3/n).
 */
export const worstRisks = (requirements: readonly RequirementResult[]): Risk[] =>
  requirements
    .toSorted(
      (a, b) =>
        Number(a.verdict === 'pass') - Number(b.verdict === 'pass') ||
        a.requirement.safetyClass - b.requirement.safetyClass ||
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        shareBroken(b) - shareBroken(a) ||
        a.observedIn - b.observedIn ||
        (a.requirement.id < b.requirement.id ? -1 : 1),
    )
    .slice(0, FIVE)
    .map(riskOf);

const shareBroken = ({ brokenIn, observedIn }: RequirementResult): number =>
  observedIn === 0 ? 0 : brokenIn / observedIn;

function riskOf({ requirement, verdict, observedIn, brokenIn, reason }: RequirementResult): Risk {
  const { id, sv, en, safetyClass, consequence } = requirement;
  return {
    requirement: { id, sv, en, safetyClass },
    verdict,
    ...(consequence === undefined ? {} : { consequence }),
    known: knownOf(verdict, observedIn, brokenIn, reason),
  };
}

function knownOf(
  verdict: Verdict,
  observedIn: number,
  brokenIn: number,
  reason: Bilingual | undefined,
): Bilingual {
  if (verdict === 'pass' && observedIn < 3) {
    return both(
      `Höll, men är prövat bara ${observedIn} ${observedIn === 1 ? 'gång' : 'gånger'}, för få för att säga något.`,
      `Held, but was looked at only ${observedIn} ${observedIn === 1 ? 'time' : 'times'}, too few to tell.`,
    );
  }
  if (verdict === 'pass') {
    const missed = percent(ruleOfThree(observedIn));
    return both(
      `Höll alla ${observedIn} gånger. Fel i upp till ${missed.sv} av fallen kan ändå ha undgått provet.`,
      `Held all ${observedIn} times. Faults in up to ${missed.en} of cases may still have escaped.`,
    );
  }
  if (brokenIn > 0) {
    return both(
      `Bröts i ${brokenIn} av ${observedIn} flöden.`,
      `Broken in ${brokenIn} of ${observedIn} flows.`,
    );
  }
  return both(`Vet inte: ${reason?.sv ?? 'ej prövat'}`, `Not known: ${reason?.en ?? 'not covered'}`);
}
