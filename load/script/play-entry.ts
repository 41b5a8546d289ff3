import type { CareUnit } from '../../domain/care-day.ts';
import type { EvidenceEvent, StepEnded } from '../../domain/evidence.ts';
import type { UnitKind } from '../../domain/role.ts';
import type { Timekeeper } from '../../domain/time.ts';
import { FlowRun } from '../../flows/flow-run.ts';
import type { CareSystem } from '../../systems/care-system.ts';
import type { FlowEntry, LoadEntry, LoadHeader, SignInEntry } from '../plan/load-plan.ts';
import type { Row } from '../telemetry-line.ts';
import type { Telemetry } from './telemetry.ts';

export interface PlayOptions {
  readonly header: LoadHeader;
  readonly beganAt: number;
  /** The driver of a desk, with the sign-ins of those who work at it. */
  readonly systemAt: (desk: number) => CareSystem;
  readonly clock: Timekeeper;
  readonly telemetry: Telemetry;
}

/** Plays one entry with the interpreter that robots use, over another transport. */
export const playEntry = (options: PlayOptions, entry: LoadEntry, index: number): Promise<void> =>
  entry.type === 'flow' ? playFlow(options, entry, index) : signIn(options, entry);

async function playFlow(options: PlayOptions, entry: FlowEntry, index: number): Promise<void> {
  const { header, beganAt, systemAt, clock, telemetry } = options;
  const flow = header.flows[entry.flow];
  if (flow === undefined) throw new Error(`The plan names flow ${entry.flow}, which its header lacks.`);
  let plannedAt = beganAt + entry.at;
  const run = new FlowRun({
    run: header.run,
    instance: entry.instance,
    flow,
    patient: entry.patient,
    units: unitsOf(entry, header.units),
    system: systemAt(entry.desk),
    clock,
    speed: header.speed,
    workingTimes: entry.thinkTimes,
    plannedAt: entry.dayTime,
    sink: (event) => record(telemetry, event, index, plannedAt, clock),
  });
  await run.begin();
  let number = 0;
  for (const step of flow.steps) {
    plannedAt += (entry.thinkTimes[number] ?? step.workingTime) / header.speed;
    number += 1;
    await run.step(step);
  }
  await run.end();
}

/** What the interpreter tells, as short rows; k6's clock knows whole milliseconds only. */
function record(
  telemetry: Telemetry,
  event: EvidenceEvent,
  index: number,
  plannedAt: number,
  clock: Timekeeper,
): void {
  switch (event.type) {
    case 'step-ended':
      telemetry.row(rowOf(event, index, plannedAt));
      if (event.verdict !== 'pass' && event.verdict !== 'not-covered') telemetry.failure(event.verdict);
      break;
    case 'flow-started':
      telemetry.row(['began', index, clock.now(), event.dayTime]);
      break;
    case 'flow-ended':
      telemetry.row(['ended', index, event.verdict, clock.now()]);
      break;
    default:
  }
}

function rowOf(event: StepEnded, index: number, plannedAt: number): Row {
  const { verdict, latency } = event;
  return [
    'step',
    index,
    event.step,
    Math.round(plannedAt),
    event.startedAt,
    event.endedAt,
    event.dayTime,
    verdict,
    event.attempts,
    latency === undefined ? null : [latency.of, latency.clock, latency.milliseconds],
    verdict === 'pass' ? undefined : wordsOf(event),
  ];
}

const wordsOf = ({ expected, observed, reason, cause }: StepEnded) => ({ expected, observed, reason, cause });

async function signIn(
  { header, systemAt }: PlayOptions,
  { role, unit: key, desk }: SignInEntry,
): Promise<void> {
  const unit = header.units.find((candidate) => candidate.key === key);
  if (unit === undefined) throw new Error(`The plan names the unit ${key}, which its header lacks.`);
  await systemAt(desk).signIn?.({ role, unit: unit.kind }, unit);
}

/** The units of one patient's flow, out of all of the plan's. */
function unitsOf({ units }: FlowEntry, all: readonly CareUnit[]): Partial<Record<UnitKind, CareUnit>> {
  const found: Partial<Record<UnitKind, CareUnit>> = {};
  for (const unit of all) if (units[unit.kind] === unit.key) found[unit.kind] = unit;
  return found;
}
