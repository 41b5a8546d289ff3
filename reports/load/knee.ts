import type { LoadPhase } from '../../domain/load.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Stretch } from './measure-load.ts';

/** What a load must hold, as the stage's gates say it; nothing is asked where the stage asks nothing. */
export interface LoadLimits {
  readonly response?: Milliseconds;
  readonly handOver?: Milliseconds;
  readonly errors?: number;
  readonly dropped?: number;
}

export interface MeasuredPhase {
  readonly phase: LoadPhase;
  readonly stretch: Stretch;
}

export interface JudgedPhase extends MeasuredPhase {
  readonly holds: boolean;
}

/** The limits that a stage's gates set for a load. */
export function limitsOf({ gates }: Pick<Stage, 'gates'>): LoadLimits {
  const limits: { -readonly [K in keyof LoadLimits]: LoadLimits[K] } = {};
  for (const { gate } of gates) {
    if (gate.kind === 'load-response-p95') limits.response = gate.atMost;
    if (gate.kind === 'load-hand-over-p95') limits.handOver = gate.atMost;
    if (gate.kind === 'load-errors') limits.errors = gate.atMost;
    if (gate.kind === 'load-dropped') limits.dropped = gate.atMost;
  }
  return limits;
}

export const judgePhases = (phases: readonly MeasuredPhase[], limits: LoadLimits): JudgedPhase[] =>
  phases.map((measured) => ({ ...measured, holds: holdsIn(measured.stretch, limits) }));

/** The knee: the last phase before the first that broke a limit; undefined when not even the first held. */
export function kneeOf(phases: readonly JudgedPhase[]): JudgedPhase | undefined {
  const broken = phases.findIndex(({ holds }) => !holds);
  return broken < 0 ? phases.at(-1) : phases[broken - 1];
}

function holdsIn(stretch: Stretch, { response, handOver, errors, dropped }: LoadLimits): boolean {
  const within = (value: number | undefined, most: number | undefined): boolean =>
    value === undefined || most === undefined || value <= most;
  const { steps, wrong, planned } = stretch;
  return (
    steps > 0 &&
    within(stretch.response.percentile(0.95), response) &&
    within(stretch.handOver.percentile(0.95), handOver) &&
    within(wrong / steps, errors) &&
    within(planned === 0 ? 0 : stretch.dropped / planned, dropped)
  );
}
