import type { GateDecision } from '../../domain/decision.ts';
import type { RunKind } from '../../domain/evidence.ts';
import type { Gate, StageGate } from '../../domain/stage.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { Failure } from '../failures.ts';
import type { Summary } from '../verdicts.ts';

/** What a gate can be judged from: kinds of run, registers and records, or what a person has stated. */
export type GateSource = RunKind | 'deviations' | 'statement' | 'approvals' | 'training';

/** Why a gate is shut, so that somebody can act on it. */
export interface Reason {
  readonly verdict: Verdict;
  /** Id of the requirement it is about, where it is about one. */
  readonly requirement?: string;
  readonly text: Bilingual;
  /** The steps that went wrong, the most frequent first. */
  readonly failures: readonly Failure[];
  /** Keys of the failures that it comes of, where these are not all that it shows. */
  readonly causes?: readonly string[];
  /** Nothing of what was chosen for the runs is about it: it is open for the stage, and says nothing of the runs. */
  readonly notChosen?: true;
}

/** What somebody does to close a gate, with the command where there is one. */
export interface Act extends Bilingual {
  readonly command?: string;
}

/** How a kind of gate is closed: where nobody has looked, and where it did not hold or cannot be told. */
export interface Closing {
  readonly look: Act;
  readonly mend: Act;
}

/** The gate that is to be closed, and the stage that it belongs to. */
export interface GateAtHand {
  readonly id: string;
  readonly stage: string;
}

/** What a gate says of a summary. */
export interface GateFinding {
  readonly verdict: Verdict;
  readonly limit: Bilingual;
  readonly measured: Bilingual;
  /** Empty when the gate is passed. */
  readonly reasons: readonly Reason[];
  /** The person's word that it rests on, where it rests on one. */
  readonly statement?: GateDecision;
}

type GateOf<K extends Gate['kind']> = Extract<Gate, { kind: K }>;

/** Judges one kind of gate. */
export interface GateStrategy<K extends Gate['kind']> {
  /** Any one of these is enough to judge by; without any it is not covered. */
  readonly from: readonly GateSource[];
  closing(gate: GateOf<K>, at: GateAtHand): Closing;
  judge(gate: GateOf<K>, summary: Summary, of: StageGate): GateFinding;
}

/** The kinds of run in which flows are played. */
export const ROBOTS: readonly RunKind[] = ['day', 'features'];

/** A reason without a failing step of its own. */
export const because = (verdict: Verdict, text: Bilingual): Reason => ({ verdict, text, failures: [] });

/** A reason that only says that it was not among what was chosen to be played. */
export const notChosen = (text: Bilingual): Reason => ({ ...because('not-covered', text), notChosen: true });
