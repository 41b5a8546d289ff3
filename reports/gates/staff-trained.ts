import { ROLES } from '../../domain/role.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { both, percent } from '../../pages/bilingual.ts';
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
    ...parts.filter(({ working }) => working === 0).map((part) => because('not-covered', nobody(part))),
    ...parts.filter(isShort).map((part) => because('fail', few(part))),
    ...(all.working > 0 && share < atLeast
      ? [
          because(
            'fail',
            both(`Utbildade och godkända är ${measured.sv}.`, `Trained and passed are ${measured.en}.`),
          ),
        ]
      : []),
    ...(eachAtLeast === undefined
      ? []
      : parts
          .filter(({ working, trained }) => working > 0 && trained / working < eachAtLeast)
          .map((part) => because('fail', behind(part)))),
    ...(parts.length === 0
      ? [
          because(
            'not-covered',
            both('Ingen arbetar de första veckorna.', 'Nobody works in the first weeks.'),
          ),
        ]
      : []),
  ];
  const verdict: Verdict = reasons.length === 0 ? 'pass' : worst(reasons.map((reason) => reason.verdict));
  return { verdict, limit, measured, reasons };
}

/** Fewer on the roster than are at work in one and the same day: somebody else will be, and nobody knows who. */
const isShort = ({ need, working }: TrainingPart): boolean =>
  need !== undefined && working > 0 && working < need.perDay;

const at = ({ role, unitName }: TrainingPart) => ({
  sv: `${ROLES[role].title} på ${unitName}`,
  en: `${ROLES[role].en.replace(/^the /, '')} at ${unitName}`,
});

const nobody = (part: TrainingPart) =>
  both(
    `${at(part).sv}: ingen står i schemat för de första veckorna.`,
    `${at(part).en}: nobody is on the roster of the first weeks.`,
  );

const few = (part: TrainingPart) =>
  both(
    `${at(part).sv}: ${part.working} står i schemat men ${part.need?.perDay} behövs samma dag.`,
    `${at(part).en}: ${part.working} are on the roster but ${part.need?.perDay} are needed the same day.`,
  );

const behind = (part: TrainingPart) =>
  both(
    `${at(part).sv}: ${part.trained} av ${part.working} är utbildade och godkända.`,
    `${at(part).en}: ${part.trained} of ${part.working} are trained and have passed.`,
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
