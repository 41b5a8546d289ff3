import type { EstimateMade } from '../../domain/evidence.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both, number, percent } from '../../pages/bilingual.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateStrategy, notChosen } from './gate.ts';

/**
 * A figure of the simulated day keeps within its limit with the whole of its 95 % confidence interval; when the interval
 * lies across the limit, more replications must tell, and the gate is unknown. Of several simulations the worst counts.
 */
export const simulationLimit: GateStrategy<'simulation-limit'> = {
  from: ['simulate'],
  closing: ({ estimate }) => (modelOf(estimate) === 'support' ? OF_SUPPORT : CLOSING),
  judge(
    { estimate: id, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY },
    { estimates },
  ) {
    const own = estimates.filter((estimate) => estimate.id === id);
    const judged = own.map((estimate) => ({ estimate, verdict: within(estimate, atLeast, atMost) }));
    const worst =
      judged.find(({ verdict }) => verdict === 'fail') ??
      judged.find(({ verdict }) => verdict !== 'pass') ??
      judged[0];
    const limit = limitText(atLeast, atMost, worst?.estimate.unit);
    if (worst === undefined) {
      const none = both(`Ingen simulering har räknat ut ”${id}”.`, `No simulation has worked out “${id}”.`);
      return {
        verdict: 'not-covered',
        limit,
        measured: both('inte simulerat', 'not simulated'),
        reasons: [isOfOther(id, estimates) ? notChosen(none) : because('not-covered', none)],
      };
    }
    const measured = figure(worst.estimate);
    const { sv, en } = worst.estimate;
    return {
      verdict: worst.verdict,
      limit,
      measured,
      reasons:
        worst.verdict === 'pass'
          ? []
          : [
              because(
                worst.verdict,
                both(`${sv}: ${measured.sv}, ${limit.sv}.`, `${en}: ${measured.en}, ${limit.en}.`),
              ),
            ],
    };
  },
};

/** Simulations of another thing were made: of the day, where the gate is about the queue for help. */
const isOfOther = (id: string, estimates: readonly EstimateMade[]): boolean =>
  estimates.length > 0 && estimates.every((estimate) => modelOf(estimate.id) !== modelOf(id));

/** What is simulated: the queue for help in the first weeks, or else the day. */
const modelOf = (id: string): 'support' | 'day' => (id.startsWith('support/') ? 'support' : 'day');

function within({ mean, halfWidth }: EstimateMade, atLeast: number, atMost: number): Verdict {
  if (mean === null) return 'not-covered';
  // Of a single value nobody knows what it may be off by.
  if (halfWidth === null) return 'unknown';
  if (mean - halfWidth > atMost || mean + halfWidth < atLeast) return 'fail';
  return mean + halfWidth <= atMost && mean - halfWidth >= atLeast ? 'pass' : 'unknown';
}

const told = (value: number, unit: EstimateMade['unit'] | undefined): Bilingual => {
  if (unit === 'share') return percent(value);
  const plain = number(Math.round(value * 10) / 10);
  return unit === 'minutes' ? both(`${plain.sv} min`, `${plain.en} min`) : plain;
};

function figure({ mean, halfWidth, unit }: EstimateMade): Bilingual {
  if (mean === null) return both('inget att mäta', 'nothing to measure');
  const [value, half] = [told(mean, unit), halfWidth === null ? both('∞', '∞') : told(halfWidth, unit)];
  return both(`${value.sv} ± ${half.sv}`, `${value.en} ± ${half.en}`);
}

function limitText(atLeast: number, atMost: number, unit: EstimateMade['unit'] | undefined): Bilingual {
  const parts = [
    ...(Number.isFinite(atLeast)
      ? [both(`minst ${told(atLeast, unit).sv}`, `at least ${told(atLeast, unit).en}`)]
      : []),
    ...(Number.isFinite(atMost)
      ? [both(`högst ${told(atMost, unit).sv}`, `at most ${told(atMost, unit).en}`)]
      : []),
  ];
  return both(parts.map(({ sv }) => sv).join(' och '), parts.map(({ en }) => en).join(' and '));
}

const CLOSING: Closing = {
  look: act('Simulera dagen.', 'Simulate the day.', 'npx genrep simulate DAG'),
  mend: act(
    'Pröva annan bemanning eller annat arbetssätt, eller fler omgångar där gränsen ligger inom felmarginalen.',
    'Try other staffing or other ways of working, or more replications where the limit lies within the interval.',
    'npx genrep simulate DAG --replications 1000 --what-if FIL',
  ),
};

const OF_SUPPORT: Closing = {
  look: act('Simulera stödet.', 'Simulate the support.', 'npx genrep weeks support ETAPP'),
  mend: act(
    'Ändra stödets bemanning i scenarios/weeks och simulera igen.',
    'Change the staff of the support in scenarios/weeks and simulate again.',
    'npx genrep weeks support ETAPP',
  ),
};
