import { createHash } from 'node:crypto';
import type { Decision } from '../domain/decision.ts';
import type { Gate, Stage, StageGate } from '../domain/stage.ts';

/**
 * SHA-256, as hex, of all that decides what a gate asks: the gate, and of the requirements it weighs their class and what
 * shows them. Words may be mended without changing a gate.
 */
export function gateHash(stage: Pick<Stage, 'requirements'>, { id, gate }: StageGate): string {
  const weighed = stage.requirements
    .filter(({ safetyClass }) => classesOf(gate).includes(safetyClass))
    .map((requirement) => ({
      id: requirement.id,
      safetyClass: requirement.safetyClass,
      shownBy: requirement.shownBy,
    }));
  return createHash('sha256').update(canonical({ id, gate, weighed })).digest('hex');
}

const classesOf = (gate: Gate): readonly number[] => ('classes' in gate ? gate.classes : []);

/** JSON whose keys stand in order, so that a file and its evidence read the same. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Whether a decision is about this gate as it is now; of any other gate it says nothing. */
export const counts = (decision: Decision, stage: Stage, of: StageGate): boolean =>
  decision.stage === stage.name && decision.gate === of.id && decision.gateHash === gateHash(stage, of);
