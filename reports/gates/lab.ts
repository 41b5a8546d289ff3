import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both, number, percent } from '../../pages/bilingual.ts';
import type { Estimated } from '../lab/intervals.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateFinding } from './gate.ts';

/** Closed by having people try the system. */
export const byALab: Closing = {
  look: act('Öva med människor.', 'Rehearse with people.', 'npx genrep lab DAG'),
  mend: act(
    'Åtgärda det som deltagarna fastnade i, eller öva med fler: med få personer är osäkerheten stor.',
    'Mend what people got stuck in, or rehearse with more: with few people the uncertainty is great.',
    'npx genrep lab DAG',
  ),
};

/** A lab that nobody came to says nothing. */
export const nobodyCame = (limit: Bilingual): GateFinding => {
  const none = both('Ingen har provat systemet i ett labb.', 'Nobody has tried the system in a lab.');
  return {
    verdict: 'not-covered',
    limit,
    measured: both('ingen deltagare', 'no participant'),
    reasons: [because('not-covered', none)],
  };
};

/** Within a limit with the whole of its 95 % interval; where the interval lies across it, more people must tell. */
function within(
  estimated: Estimated,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY },
): Verdict {
  const { low, high } = estimated;
  if (high < atLeast || low > atMost) return 'fail';
  return low >= atLeast && high <= atMost ? 'pass' : 'unknown';
}

export const shown = ({ value, low, high, n }: Estimated, as: 'share' | 'number'): Bilingual => {
  const told = (figure: number): Bilingual =>
    !Number.isFinite(figure)
      ? both('?', '?')
      : as === 'share'
        ? percent(figure)
        : number(Math.round(figure * 10) / 10);
  const [middle, least, most] = [told(value), told(low), told(high)];
  return both(
    `${middle.sv} (${least.sv}–${most.sv}, n = ${n})`,
    `${middle.en} (${least.en}–${most.en}, n = ${n})`,
  );
};

/** What a gate says of a figure of people, or that there is none. */
export function judgeFigure(
  estimated: Estimated | undefined,
  limit: Bilingual,
  bounds: { readonly atLeast?: number; readonly atMost?: number },
  as: 'share' | 'number',
): GateFinding {
  if (estimated === undefined) return nobodyCame(limit);
  const [verdict, measured] = [within(estimated, bounds), shown(estimated, as)];
  const reason = both(`Uppmätt ${measured.sv}, ${limit.sv}.`, `Measured ${measured.en}, ${limit.en}.`);
  return { verdict, limit, measured, reasons: verdict === 'pass' ? [] : [because(verdict, reason)] };
}
