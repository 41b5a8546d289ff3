import { ROLES } from '../../domain/role.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { type Bilingual, both, percent } from '../../pages/bilingual.ts';
import type { TrainingPart, TrainingResult } from '../training/measure-training.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateFinding, type GateStrategy, type Reason } from './gate.ts';

/** Shares of those who work there: of all, and of each role at each unit. */
interface Limits {
  readonly atLeast: number;
  readonly eachAtLeast?: number;
}

/**
 * At least this share of those who work in the first weeks are trained and have passed, counted from raw records; where
 * `eachAtLeast` is told, of each role at each unit too.
 */
export const staffTrained: GateStrategy<'staff-trained'> = {
  from: ['training'],
  closing: (_gate, { stage }) => closingOf(stage),
  judge: (gate, { training }) => judgeTraining(gate, training),
};

/** What such a gate says of what was counted. */
export function judgeTraining(
  { atLeast, eachAtLeast }: Limits,
  training: TrainingResult | undefined,
): GateFinding {
  const least = percent(atLeast);
  const each = eachAtLeast === undefined ? undefined : percent(eachAtLeast);
  const limit = both(
    `minst ${least.sv} av dem som arbetar de första veckorna${each === undefined ? '' : `, och minst ${each.sv} av var roll på var enhet`}`,
    `at least ${least.en} of those who work in the first weeks${each === undefined ? '' : `, and at least ${each.en} of each role at each unit`}`,
  );
  if (training === undefined) {
    const none = both('Inget kursregister är läst.', 'No course records have been read.');
    return {
      verdict: 'not-covered',
      limit,
      measured: both('inget kursregister', 'no records'),
      reasons: [because('not-covered', none)],
    };
  }
  const { parts, all, basis } = training;
  const share = all.working === 0 ? 0 : all.trained / all.working;
  const measured = both(
    `${all.trained} av ${all.working} (${percent(share).sv}), ${basis === 'roster' ? 'enligt schemat' : 'enligt bemanningen'}`,
    `${all.trained} of ${all.working} (${percent(share).en}), by the ${basis === 'roster' ? 'roster' : 'staffing'}`,
  );
  const reasons: Reason[] = [
    ...together(
      'not-covered',
      parts.filter(({ working }) => working === 0),
      NOBODY,
      at,
    ),
    ...together('fail', parts.filter(isShort), SHORT, few),
    ...(all.working > 0 && share < atLeast
      ? [
          because(
            'fail',
            both(`Utbildade och godkända är ${measured.sv}.`, `Trained and passed are ${measured.en}.`),
          ),
        ]
      : []),
    ...together('fail', eachAtLeast === undefined ? [] : parts.filter(isBehind(eachAtLeast)), BEHIND, behind),
    ...(parts.length === 0 ? [because('not-covered', NO_ONE)] : []),
  ];
  const verdict: Verdict = reasons.length === 0 ? 'pass' : worst(reasons.map((reason) => reason.verdict));
  return { verdict, limit, measured, reasons };
}

const NO_ONE = both('Ingen arbetar de första veckorna.', 'Nobody works in the first weeks.');
const NOBODY = both('Ingen står i schemat för', 'Nobody is on the roster for');
const SHORT = both(
  'Färre i schemat än passen tar samma dag:',
  'Fewer on the roster than the shifts take the same day:',
);
const BEHIND = both('För få utbildade och godkända:', 'Too few trained and passed:');

/** So many roles at units are named in a reason; the page of the training has them all. */
const NAMED = 5;

/** One reason for all parts that lack the same: they are closed by the same act. The worst are named first. */
function together(
  verdict: Verdict,
  parts: readonly TrainingPart[],
  what: Bilingual,
  words: (part: TrainingPart) => Bilingual,
): Reason[] {
  if (parts.length === 0) return [];
  const named = parts
    .toSorted((a, b) => b.working - b.trained - (a.working - a.trained))
    .slice(0, NAMED)
    .map(words);
  const more = parts.length - named.length;
  return [
    because(
      verdict,
      both(
        `${what.sv} ${named.map(({ sv }) => sv).join('; ')}${more > 0 ? ` och ${more} till` : ''}.`,
        `${what.en} ${named.map(({ en }) => en).join('; ')}${more > 0 ? ` and ${more} more` : ''}.`,
      ),
    ),
  ];
}

/** Fewer on the roster than are at work in one and the same day: somebody else will be, and nobody knows who. */
const isShort = ({ need, working }: TrainingPart): boolean =>
  need !== undefined && working > 0 && working < need.perDay;

const isBehind =
  (least: number) =>
  ({ working, trained }: TrainingPart): boolean =>
    working > 0 && trained / working < least;

const at = ({ role, unitName }: TrainingPart): Bilingual =>
  both(`${ROLES[role].title}, ${unitName}`, `${ROLES[role].en.replace(/^the /, '')}, ${unitName}`);

const few = (part: TrainingPart): Bilingual =>
  both(
    `${at(part).sv} ${part.working} av ${part.need?.perDay}`,
    `${at(part).en} ${part.working} of ${part.need?.perDay}`,
  );

const behind = (part: TrainingPart): Bilingual =>
  both(
    `${at(part).sv} ${part.trained} av ${part.working}`,
    `${at(part).en} ${part.trained} of ${part.working}`,
  );

const closingOf = (stage: string): Closing => {
  const command = `npx genrep readiness ${stage} KÖRNING --training kursregister.csv --roster schema.csv`;
  return {
    look: act(
      'Ta ut kursregistret och schemat för de första veckorna och räkna.',
      'Take out the course records and the roster of the first weeks and count.',
      command,
    ),
    mend: act(
      'Utbilda dem som arbetar de första veckorna och saknar något (genrep training skriver vilka).',
      'Train those who work in the first weeks and lack something (genrep training writes who).',
      `npx genrep training ${stage} kursregister.csv --roster schema.csv`,
    ),
  };
};
