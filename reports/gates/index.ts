import type { Gate, StageGate } from '../../domain/stage.ts';
import type { Summary } from '../verdicts.ts';
import { accessLog, accessMatrix } from './access.ts';
import { brokenSteps } from './broken-steps.ts';
import { clinicallyApproved } from './clinically-approved.ts';
import { conservation } from './conservation.ts';
import { deckNuisance, deckPpv, deckSensitivity, deckStrength, deckTwins } from './deck.ts';
import { deviationsOpen } from './deviations-open.ts';
import { drillData, drillRecovery } from './drill.ts';
import { flowsPassed } from './flows-passed.ts';
import { flowsPlayed } from './flows-played.ts';
import type { Closing, GateAtHand, GateFinding, GateSource, GateStrategy } from './gate.ts';
import { handOverP95 } from './hand-over-p95.ts';
import { labCriticalErrors, labEase, labFriction, labTaskSuccess, trainedAndPassed } from './lab-figures.ts';
import { loadDropped } from './load-dropped.ts';
import { loadErrors } from './load-errors.ts';
import { loadGenerator } from './load-generator.ts';
import { loadHandOverP95 } from './load-hand-over-p95.ts';
import { loadResponseP95 } from './load-response-p95.ts';
import { migrationFindings, migrationSample } from './migration.ts';
import { requirementsCovered } from './requirements-covered.ts';
import { requirementsPass } from './requirements-pass.ts';
import { simulationLimit } from './simulation-limit.ts';
import { staffTrained } from './staff-trained.ts';
import { statement } from './statement.ts';
import { stepsCovered } from './steps-covered.ts';
import { stopRulesFixed } from './stop-rules-fixed.ts';

const STRATEGIES: { readonly [K in Gate['kind']]: GateStrategy<K> } = {
  'requirements-pass': requirementsPass,
  'requirements-covered': requirementsCovered,
  'flows-passed': flowsPassed,
  'flows-played': flowsPlayed,
  'steps-covered': stepsCovered,
  'hand-over-p95': handOverP95,
  'broken-steps': brokenSteps,
  conservation,
  'deviations-open': deviationsOpen,
  'simulation-limit': simulationLimit,
  statement,
  'load-response-p95': loadResponseP95,
  'load-hand-over-p95': loadHandOverP95,
  'load-errors': loadErrors,
  'load-dropped': loadDropped,
  'load-generator': loadGenerator,
  'lab-task-success': labTaskSuccess,
  'lab-critical-errors': labCriticalErrors,
  'lab-ease': labEase,
  'lab-friction': labFriction,
  'trained-and-passed': trainedAndPassed,
  'staff-trained': staffTrained,
  'clinically-approved': clinicallyApproved,
  'deck-sensitivity': deckSensitivity,
  'deck-strength': deckStrength,
  'deck-twins': deckTwins,
  'deck-nuisance': deckNuisance,
  'deck-ppv': deckPpv,
  'stop-rules-fixed': stopRulesFixed,
  'migration-findings': migrationFindings,
  'migration-sample': migrationSample,
  'access-matrix': accessMatrix,
  'access-log': accessLog,
  'drill-recovery': drillRecovery,
  'drill-data': drillData,
};

/** How a gate is closed. */
export function closingOf<K extends Gate['kind']>(gate: Extract<Gate, { kind: K }>, at: GateAtHand): Closing {
  const strategy: GateStrategy<K> = STRATEGIES[gate.kind as K];
  return strategy.closing(gate as Parameters<typeof strategy.closing>[0], at);
}

/** What a gate can be judged from. */
export const sourcesOf = ({ kind }: Gate): readonly GateSource[] => STRATEGIES[kind].from;

/** What a gate, of whatever kind, says of a summary. */
export function judgeGate<K extends Gate['kind']>(
  of: StageGate & { readonly gate: Extract<Gate, { kind: K }> },
  summary: Summary,
): GateFinding {
  const strategy: GateStrategy<K> = STRATEGIES[of.gate.kind as K];
  return strategy.judge(of.gate as Parameters<typeof strategy.judge>[0], summary, of);
}
