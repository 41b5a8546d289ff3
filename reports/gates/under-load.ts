import type { Milliseconds } from '../../domain/time.ts';
import { worst } from '../../domain/verdict.ts';
import { both } from '../../pages/bilingual.ts';
import type { LoadResult } from '../load/measure-load.ts';
import type { Summary } from '../verdicts.ts';
import type { GateFinding, Reason } from './gate.ts';

/** What a gate says of one load. */
export type LoadFinding = Pick<GateFinding, 'verdict' | 'measured' | 'reasons'>;

/** The lag that the stage allows the generator, where it says so. */
export const lagOf = ({ stage }: Summary): Milliseconds | undefined =>
  stage.gates.map(({ gate }) => gate).find((gate) => gate.kind === 'load-generator')?.lagAtMost;

/** Judges loads one by one; the worst decides. Without any, nobody looked. */
export function judgeLoads(
  summary: Summary,
  limit: GateFinding['limit'],
  judge: (load: LoadResult) => LoadFinding,
): GateFinding {
  const findings = summary.loads.map(judge);
  const verdict = worst(findings.map((finding) => finding.verdict));
  const decisive = findings.find((finding) => finding.verdict === verdict) ?? NO_LOAD;
  const reasons = findings.length === 0 ? NO_LOAD.reasons : findings.flatMap((finding) => finding.reasons);
  return { verdict, limit, measured: decisive.measured, reasons };
}

const NO_LOAD: LoadFinding = {
  verdict: 'not-covered',
  measured: both('ingen belastning', 'no load'),
  reasons: [
    {
      verdict: 'not-covered',
      text: both(
        'Ingen belastning ingår i underlaget; kör "genrep load".',
        'There is no load in the evidence; run "genrep load".',
      ),
      failures: [],
    },
  ],
};

/**
 * What is said of figures that tell of time: nothing, when the generator or the machine was the bottleneck. A load that
 * broke is an error for the gate of the whole run, and what it measured until then is judged as it is.
 */
export function unlessBottleneck(
  load: LoadResult,
  lag: Milliseconds | undefined,
  finding: LoadFinding,
): LoadFinding {
  if (load.bottlenecks(lag).length === 0) return finding;
  const reason: Reason = {
    verdict: 'unknown',
    text: both(
      'Går inte att avgöra: lastgeneratorn eller datorn var flaskhalsen.',
      'Inconclusive: the load generator or the machine was the bottleneck.',
    ),
    failures: [],
  };
  return { verdict: 'unknown', measured: finding.measured, reasons: [reason] };
}

/** A finding that holds. */
export const holds = (measured: GateFinding['measured']): LoadFinding => ({
  verdict: 'pass',
  measured,
  reasons: [],
});

/** A finding with one reason against it. */
export const against = (
  verdict: Reason['verdict'],
  measured: GateFinding['measured'],
  text: Reason['text'],
): LoadFinding => ({ verdict, measured, reasons: [{ verdict, text, failures: [] }] });
