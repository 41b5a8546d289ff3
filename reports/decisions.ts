import type { Decision, GateDecision } from '../domain/decision.ts';
import type { Stage, StageGate } from '../domain/stage.ts';
import { hashOfGate } from '../scenarios/gate-hash.ts';

/** The last decision of a kind about this gate as it is now; of any other gate one says nothing. */
export const lastDecision = (
  kind: GateDecision['kind'],
  decisions: readonly Decision[],
  stage: Stage,
  of: StageGate,
): GateDecision | undefined =>
  decisions
    .filter((decision): decision is GateDecision => decision.kind === kind)
    .findLast(
      ({ stage: name, gate, gateHash }) =>
        name === stage.name && gate === of.id && gateHash === hashOfGate(stage, of),
    );
