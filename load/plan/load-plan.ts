import type { CareUnit } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import type { LoadPlanFacts } from '../../domain/load.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Role, UnitKind } from '../../domain/role.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { SystemProfile } from '../../systems/profile.ts';

/** One flow that begins at its time, whatever the system does meanwhile. */
export interface FlowEntry {
  readonly type: 'flow';
  /** 'l-00001'; with the run it makes the tokens of what the flow writes. */
  readonly instance: string;
  /** Position in the header's flows. */
  readonly flow: number;
  /** Real time from the load's beginning. */
  readonly at: Milliseconds;
  /** On the day's clock, milliseconds since midnight. */
  readonly dayTime: Milliseconds;
  readonly patient: Patient;
  /** Unit key by kind of unit. */
  readonly units: Readonly<Partial<Record<UnitKind, string>>>;
  /** Which of the staff at each unit: everybody of the same number shares a workstation, and no sign-in with others. */
  readonly desk: number;
  /** Working time of each step on the day's clock, drawn beforehand. */
  readonly thinkTimes: readonly Milliseconds[];
}

/** One member of staff signs in at a shift change. */
export interface SignInEntry {
  readonly type: 'sign-in';
  readonly at: Milliseconds;
  readonly role: Role;
  /** Unit key. */
  readonly unit: string;
  readonly desk: number;
}

export type LoadEntry = FlowEntry | SignInEntry;

/** What every generator must know beside the entries; one small file. */
export interface LoadHeader {
  readonly run: string;
  readonly load: string;
  /** Values `env:NAME` are read where it runs; no secret is in it. */
  readonly profile: SystemProfile;
  readonly flows: readonly CareFlow[];
  readonly units: readonly CareUnit[];
  readonly speed: number;
  /** When the last flow ought to have ended with good margin, from the load's beginning. */
  readonly endsBy: Milliseconds;
  readonly slice: Milliseconds;
  /** Over all segments together. */
  readonly mostInFlight: number;
  /** Into how many parts the entries are dealt, one after the other. */
  readonly segments: number;
  /** Names of the files that hold the entries, beside the header, in order. */
  readonly entryFiles: readonly string[];
}

/** A load, unrolled: a pure function of day, seed, version and profile. */
export interface LoadPlan {
  readonly facts: LoadPlanFacts;
  readonly flows: readonly CareFlow[];
  readonly units: readonly CareUnit[];
  /** In order of time. */
  readonly entries: readonly LoadEntry[];
  readonly endsBy: Milliseconds;
  readonly mostInFlight: number;
}
