import { expect, it } from 'vitest';
import type { StageGate } from '../domain/stage.ts';
import { hashOfGate } from './gate-hash.ts';

const STAGE = { requirements: [] };
const GATE: StageGate = {
  id: 'floden',
  sv: 'Minst 98 %',
  en: 'At least 98 %',
  source: 'Antagande',
  gate: { kind: 'flows-passed', atLeast: 0.98 },
};

it('is the same however the gate was written down', () => {
  const { gate, id, ...rest } = GATE;
  expect(hashOfGate(STAGE, { gate: { atLeast: 0.98, kind: 'flows-passed' }, ...rest, id })).toBe(
    hashOfGate(STAGE, GATE),
  );
  expect(hashOfGate(STAGE, GATE)).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  { ...GATE, gate: { kind: 'flows-passed', atLeast: 0.97 } } as const,
  { ...GATE, sv: 'Minst 97 %' },
  { ...GATE, id: 'flöden' },
])('is another of a gate that was changed: %o', (changed) => {
  expect(hashOfGate(STAGE, changed)).not.toBe(hashOfGate(STAGE, GATE));
});
