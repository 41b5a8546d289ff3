import type { Gate } from '../../domain/stage.ts';
import type { Summary } from '../verdicts.ts';
import { brokenSteps } from './broken-steps.ts';
import { flowsPassed } from './flows-passed.ts';
import type { GateFinding, GateStrategy } from './gate.ts';
import { handOverP95 } from './hand-over-p95.ts';
import { requirementsPass } from './requirements-pass.ts';
import { stepsCovered } from './steps-covered.ts';

const STRATEGIES: { readonly [K in Gate['kind']]: GateStrategy<K> } = {
  'requirements-pass': requirementsPass,
  'flows-passed': flowsPassed,
  'steps-covered': stepsCovered,
  'hand-over-p95': handOverP95,
  'broken-steps': brokenSteps,
};

/** What a gate, of whatever kind, says of a summary. */
export function judgeGate<K extends Gate['kind']>(
  gate: Extract<Gate, { kind: K }>,
  summary: Summary,
): GateFinding {
  const strategy: GateStrategy<K> = STRATEGIES[gate.kind as K];
  return strategy(gate as Parameters<typeof strategy>[0], summary);
}
