import { CLOCKS_APART } from '../../domain/time.ts';
import { worst } from '../../domain/verdict.ts';
import { type Bilingual, both, duration, number, same } from '../../pages/bilingual.ts';
import { clockText, tooFarApart } from '../clocks.ts';
import type { Summary } from '../verdicts.ts';
import { type GateFinding, type Reason, ROBOTS } from './gate.ts';

/** Its id; ids of a stage's own gates are the stage's. */
export const WHOLE_RUN = 'GRIND-HEL';

/** The gate that no stage has to name: every run came to its end and every planned flow was started. */
export function runComplete({ runs, planned, started, loads }: Summary): GateFinding {
  const empty = started === 0 && runs.some(({ started: run }) => ROBOTS.includes(run.command));
  const cut = runs.filter(({ journal }) => journal.ending !== 'complete');
  const missing = Math.max(0, planned - started);
  const reasons: Reason[] = cut.map(({ started: run, journal }) => ({
    verdict: 'unknown',
    text: ENDINGS[journal.ending === 'killed' ? 'killed' : 'interrupted'](run.run),
    failures: [],
  }));
  const broken = loads.filter(({ ended }) => ended?.ending === 'crashed');
  for (const { ended } of broken) {
    reasons.push({ verdict: 'error', text: same(ended?.reason ?? ''), failures: [] });
  }
  for (const { clockAhead } of runs) {
    if (clockAhead === undefined || !tooFarApart(clockAhead)) continue;
    const [told, most] = [clockText(clockAhead), duration(CLOCKS_APART)];
    reasons.push({
      verdict: 'unknown',
      text: both(
        `${told.sv} Mer än ${most.sv} isär går det inte att lita på vad tider säger; ställ klockorna och kör om.`,
        `${told.en} More than ${most.en} apart, times cannot be trusted; set the clocks and run again.`,
      ),
      failures: [],
    });
  }
  if (missing > 0) {
    reasons.push({
      verdict: 'not-covered',
      text: both(
        `${missing} av ${planned} planerade flöden spelades aldrig.`,
        `${missing} of ${planned} planned flows were never played.`,
      ),
      failures: [],
    });
  }
  return {
    verdict: worst([empty ? 'not-covered' : 'pass', ...reasons.map(({ verdict }) => verdict)]),
    limit: both('alla planerade flöden spelade till slut', 'all planned flows played to the end'),
    measured: both(
      `${number(started).sv} av ${number(planned).sv} spelade`,
      `${number(started).en} of ${number(planned).en} played`,
    ),
    reasons,
  };
}

const ENDINGS: Readonly<Record<'killed' | 'interrupted', (run: string) => Bilingual>> = {
  interrupted: (run) => both(`Körningen ${run} avbröts.`, `The run ${run} was interrupted.`),
  killed: (run) =>
    both(
      `Körningen ${run} dog innan den var klar; det sista som hände är okänt.`,
      `The run ${run} died before it was done; what happened last is unknown.`,
    ),
};
