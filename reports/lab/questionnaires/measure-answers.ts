import type { LabSeat } from '../../../domain/lab-evidence.ts';
import type { Instrument, Questionnaire } from '../../../domain/questionnaire.ts';
import type { LabState } from '../../../lab/state.ts';
import type { Bilingual } from '../../../pages/bilingual.ts';
import { type Estimated, meanOf, onScale } from '../intervals.ts';
import { READINGS } from './instruments.ts';

/** What people answered to one questionnaire in one wording, of some places or all. */
export interface AnswersPart {
  /** How many were asked, and of them how many declined or sent nothing. */
  readonly asked: number;
  readonly declined: number;
  /** Answered too little to be scored as it was published. */
  readonly incomplete: number;
  /** Items without an answer that count as the middle of their scale. */
  readonly supposed: number;
  readonly mean: Estimated | undefined;
}

export interface AnswersResult {
  readonly instrument: Instrument;
  readonly version: string;
  readonly source: string;
  readonly validated: boolean;
  readonly all: AnswersPart;
  /** What the mean of all stands for beside itself; nothing of a wording that is not validated. */
  readonly says: Bilingual | undefined;
  /** By role and setting. */
  readonly parts: readonly (AnswersPart & Pick<LabSeat, 'role' | 'unitName'>)[];
}

/** A person who came to a lab, and the lab as it ended. */
interface Came {
  readonly seat: LabSeat;
  readonly state: LabState;
}

interface Asked {
  readonly seat: LabSeat;
  readonly questionnaire: Questionnaire;
  /** Undefined of somebody who sent nothing. */
  readonly items: readonly (number | null)[] | undefined;
}

/** What people answered, by questionnaire; of labs where nothing was given out there is nothing. */
export function measureAnswers(came: readonly Came[]): readonly AnswersResult[] {
  const asked = came.flatMap(({ seat, state }) =>
    state.isAsked ? state.questionnaires.map((questionnaire) => askedOf(seat, state, questionnaire)) : [],
  );
  const kinds = Map.groupBy(
    asked,
    ({ questionnaire: { instrument, version } }) => `${instrument} ${version}`,
  );
  return [...kinds.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { instrument, version, source, validated } = first.questionnaire;
    const all = partOf(instrument, own);
    const groups = Map.groupBy(own, ({ seat }) => `${seat.role} ${seat.unit}`);
    const says = validated && all.mean !== undefined ? READINGS[instrument].says(all.mean) : undefined;
    return [
      {
        ...{ instrument, version, source, validated, all, says },
        parts: [...groups.values()].flatMap((group) => {
          const seat = group[0]?.seat;
          if (seat === undefined) return [];
          return [{ ...partOf(instrument, group), role: seat.role, unitName: seat.unitName }];
        }),
      },
    ];
  });
}

function askedOf(seat: LabSeat, { answers }: LabState, questionnaire: Questionnaire): Asked {
  const { instrument } = questionnaire;
  const answer = answers.find((each) => each.seat === seat.id && each.instrument === instrument);
  return { seat, questionnaire, items: answer?.items };
}

function partOf(instrument: Instrument, asked: readonly Asked[]): AnswersPart {
  const given = asked.flatMap(({ items }) => (items === undefined || items.length === 0 ? [] : [items]));
  const scores = given.flatMap((items) => READINGS[instrument].score(items) ?? []);
  // All are from 0 to 100.
  const mean = onScale(meanOf(scores.map(({ value }) => value)), [0, 100]);
  return {
    asked: asked.length,
    declined: asked.length - given.length,
    incomplete: given.length - scores.length,
    supposed: scores.reduce((sum, { supposed }) => sum + supposed, 0),
    // No mean lies outside the scale.
    mean: mean && { ...mean, low: Math.max(0, mean.low), high: Math.min(100, mean.high) },
  };
}
