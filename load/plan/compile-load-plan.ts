import { createHash } from 'node:crypto';
import type { CareDay } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { type DrawPatient, planDay } from '../../scenarios/plan-day.ts';
import type { LoadProfile } from '../profile.ts';
import type { FlowEntry, LoadPlan } from './load-plan.ts';
import { mostAtOnce } from './most-at-once.ts';
import { shapeLoad } from './shapes/index.ts';
import type { Arrival, DayTimes } from './shapes/shape.ts';
import { shiftSignIns } from './shift-sign-ins.ts';
import { thinkTimes } from './think-times.ts';

export interface LoadPlanRequest {
  readonly day: CareDay;
  readonly flows: readonly CareFlow[];
  readonly seed: number;
  /** Version of Genrep. */
  readonly version: string;
  readonly profile: LoadProfile;
  readonly segments: number;
  readonly drawPatient: DrawPatient;
}

/** Limits run for seconds and an answer is waited for half a minute: what has not ended this long after is given up. */
const MARGIN: Milliseconds = 90 * SECOND;
/** A load's figures are told in about this many slices. */
const SLICES = 60;

/**
 * Unrolls a day as load: who arrives when, with which flow, as which of the staff, working how long. The arrivals are
 * the day's own, planned by the same code as robots' days. A pure function of what it is given.
 * @throws InputError when nobody arrives in the hours, or more flows would be under way than the profile allows
 */
export function compileLoadPlan(request: LoadPlanRequest): LoadPlan {
  const { day, profile, segments } = request;
  const load = shapeLoad(profile.shape, profile, dayTimes(request));
  const { speed } = load;
  const playing = playedFlows(request.flows, load.arrivals);
  const flowEntries = flowEntriesOf(request, load.arrivals, playing);
  if (flowEntries.length === 0) {
    throw new InputError(
      `Ingen av dagens patienter kommer mellan ${clock(profile.hours.from)} och ${clock(profile.hours.to)}; välj andra timmar.`,
    );
  }
  refuseTooMany(profile, flowEntries, speed);
  const signIns = shiftSignIns(profile, playing, day.units, request.seed, load.realTimeOf);
  const entries = [...flowEntries, ...signIns].sort((a, b) => a.at - b.at);
  const slice = Math.max(1, Math.ceil(load.duration / SLICES / SECOND)) * SECOND;
  return {
    facts: {
      profile: profile.name,
      title: profile.title,
      hours: profile.hours,
      multiply: Math.max(...load.phases.map(({ factor }) => factor)),
      speed,
      duration: load.duration,
      phases: load.phases,
      planned: flowEntries.length,
      signIns: signIns.length,
      slice,
      plannedPerSlice: perSlice(flowEntries, slice, load.duration),
      segments,
      leftOut: [],
      planHash: createHash('sha256').update(JSON.stringify(entries)).digest('hex'),
    },
    flows: playing,
    units: day.units,
    entries,
    endsBy: MARGIN + flowEntries.reduce((latest, entry) => Math.max(latest, endOf(entry, speed)), 0),
    mostInFlight: profile.mostInFlight,
  };
}

/** The day's own plan with its arrivals multiplied; every round has people of its own. */
function dayTimes({ day, flows, seed, version, drawPatient }: LoadPlanRequest): DayTimes {
  return (factor, round) =>
    planDay({
      day: { ...day, mix: day.mix.map((share) => ({ ...share, perDay: share.perDay * factor })) },
      flows,
      seed: seed + round,
      version,
      uiShare: 0,
      drawPatient: (key, ...criteria) => drawPatient(`load/${round}/${key}`, ...criteria),
    }).flows;
}

function playedFlows(flows: readonly CareFlow[], arrivals: readonly Arrival[]): CareFlow[] {
  const ids = new Set(arrivals.map(({ planned }) => planned.flow));
  return flows.filter(({ id }) => ids.has(id));
}

function flowEntriesOf(
  { seed, profile }: LoadPlanRequest,
  arrivals: readonly Arrival[],
  playing: readonly CareFlow[],
): FlowEntry[] {
  const positions = new Map(playing.map((flow, position) => [flow.id, { flow, position }]));
  return arrivals
    .toSorted((a, b) => a.at - b.at)
    .map(({ planned, at }, index) => {
      const { flow, position } = positions.get(planned.flow) ?? unplanned(planned.flow);
      const instance = `l-${`${index + 1}`.padStart(5, '0')}`;
      return {
        type: 'flow',
        instance,
        flow: position,
        at: Math.round(at),
        dayTime: planned.at,
        patient: planned.patient,
        units: planned.units,
        desk: index % profile.staffPerUnit,
        thinkTimes: thinkTimes(flow, seed, instance, profile.thinkTimeSpread),
      };
    });
}

function unplanned(flow: string): never {
  throw new Error(`The plan names the flow "${flow}", which was not compiled.`);
}

const endOf = ({ at, thinkTimes: times }: FlowEntry, speed: number): Milliseconds =>
  at + times.reduce((sum, time) => sum + time, 0) / speed;

function refuseTooMany(profile: LoadProfile, entries: readonly FlowEntry[], speed: number): void {
  const needed = mostAtOnce(entries.map((entry) => ({ from: entry.at, to: endOf(entry, speed) })));
  if (needed <= profile.mostInFlight) return;
  throw new InputError(
    `Lastprofilen ${profile.name} behöver ${needed} samtidiga flöden (virtuella användare) men tillåter ${profile.mostInFlight}; höj mostInFlight, sänk --multiply eller ge den längre tid med --in.`,
  );
}

function perSlice(entries: readonly FlowEntry[], slice: Milliseconds, duration: Milliseconds): number[] {
  const counts = Array<number>(Math.ceil(duration / slice)).fill(0);
  for (const { at } of entries) {
    const index = Math.min(counts.length - 1, Math.floor(at / slice));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

const clock = (hours: number): string =>
  `${`${Math.floor(hours)}`.padStart(2, '0')}.${`${Math.round((hours % 1) * 60)}`.padStart(2, '0')}`;
