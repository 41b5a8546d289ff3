import { createHash } from 'node:crypto';
import type { StageGate } from '../domain/stage.ts';

/** SHA-256 of all that a gate says, as hex; the order in which its file says it does not matter. */
export const hashOfGate = (gate: StageGate): string =>
  createHash('sha256').update(JSON.stringify(gate, inOrder)).digest('hex');

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
