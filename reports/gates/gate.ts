import type { Gate } from '../../domain/stage.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { Failure } from '../failures.ts';
import type { Summary } from '../verdicts.ts';

/** Why a gate is shut, so that somebody can act on it. */
export interface Reason {
  readonly verdict: Verdict;
  /** Id of the requirement it is about, where it is about one. */
  readonly requirement?: string;
  readonly text: Bilingual;
  /** The steps that went wrong, the most frequent first. */
  readonly failures: readonly Failure[];
}

/** What a gate says of a summary. */
export interface GateFinding {
  readonly verdict: Verdict;
  readonly limit: Bilingual;
  readonly measured: Bilingual;
  /** Empty when the gate is passed. */
  readonly reasons: readonly Reason[];
}

type GateOf<K extends Gate['kind']> = Extract<Gate, { kind: K }>;

/** Judges one kind of gate. */
export type GateStrategy<K extends Gate['kind']> = (gate: GateOf<K>, summary: Summary) => GateFinding;
