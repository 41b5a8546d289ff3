import type { CareUnit } from '../../domain/care-day.ts';
import type { Patient } from '../../domain/patient.ts';
import type { UnitKind } from '../../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import type { CareSystem } from '../care-system.ts';

export type Units = Readonly<Record<UnitKind, CareUnit>>;

/** What a line between the driver and the system can do to a conversation. */
export type LineFault =
  /** What is written arrives, the answer to it does not. */
  | 'answer-lost'
  /** What is written does not arrive, and nothing is answered. */
  | 'request-lost'
  /** What is written arrives, and from then on nothing is answered. */
  | 'deaf-after-write'
  /** Whatever is read is about somebody else. */
  | 'other-patient';

/** A driver and a live system behind it, ready to be tried. */
export interface Harness {
  /** Connected. */
  readonly system: CareSystem;
  readonly units: Units;
  readonly clock: Timekeeper;
  /** How long the system may take for what it does by itself. */
  readonly patience: Milliseconds;
  /** Somebody whom the system has not met. */
  patient(protectedIdentity: boolean): Patient;
  /** What can be told of a write whose driver died; always what became of it when absent. */
  readonly settles?: 'always' | 'when-found' | 'never';
  /** The tokens that what a driver made carries in the system, looked at without the driver. */
  tokensOn?(reference: string): Promise<readonly string[]>;
  /** Another driver for the same system, connected, over a line that does this. */
  over?(fault: LineFault): Promise<CareSystem>;
  close(): Promise<void>;
}
