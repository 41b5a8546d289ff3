import type { Decision } from '../domain/decision.ts';
import type { Stage, StageGate } from '../domain/stage.ts';
import { hashOfGate } from '../scenarios/gate-hash.ts';

/** Whether a decision is about this gate as it is now; of any other gate it says nothing. */
export const counts = (decision: Decision, stage: Stage, of: StageGate): boolean =>
  decision.stage === stage.name && decision.gate === of.id && decision.gateHash === hashOfGate(stage, of);
