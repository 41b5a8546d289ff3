import { createHash } from 'node:crypto';
import type { Gate, Stage, StageGate } from '../domain/stage.ts';
import { inOrder } from './in-order.ts';

/**
 * SHA-256, as hex, of all that a gate asks: its words and its limit, and of the requirements it weighs their class and what
 * shows them. Its source and its owner may be mended without changing it; the order in which its file says it is nothing.
 */
export function hashOfGate(stage: Pick<Stage, 'requirements'>, { id, sv, en, gate }: StageGate): string {
  const weighed = stage.requirements
    .filter(({ safetyClass }) => classesOf(gate).includes(safetyClass))
    .map((requirement) => ({
      id: requirement.id,
      safetyClass: requirement.safetyClass,
      shownBy: requirement.shownBy,
    }));
  return createHash('sha256').update(JSON.stringify({ id, sv, en, gate, weighed }, inOrder)).digest('hex');
}

const classesOf = (gate: Gate): readonly number[] => ('classes' in gate ? gate.classes : []);
