import type { Bilingual } from '../../../pages/bilingual.ts';
import type { Hospital } from '../play/hospital.ts';

/** What a figure counts in; minutes are kept as minutes, shares as 0–1. */
export type Unit = 'minutes' | 'share' | 'count';

/** The tables of the result, in their order. */
export type Group =
  | 'waits'
  | 'limits'
  | 'stay'
  | 'flow'
  | 'queues'
  | 'beds'
  | 'staff'
  | 'overtime'
  | 'hand-overs';

/** One figure of a replication: what it is called and how it is read off what happened. */
export interface Measure extends Bilingual {
  /** Unique and stable: the key in JSON. */
  readonly id: string;
  readonly group: Group;
  readonly unit: Unit;
  /** Whether more of it is better or worse for somebody; neither for what only describes. */
  readonly better?: 'more' | 'less';
  /** In a picture by the hour: which curve, and the hour since the census. */
  readonly series?: { readonly key: string; readonly hour: number };
  /** NaN when a replication has nothing to measure. */
  read(hospital: Hospital): number;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Remembers the latest reading, since the hours of one picture are read off the same replication one after another. */
export function readOnce<T>(read: (hospital: Hospital) => T): (hospital: Hospital) => T {
  let latest: { readonly hospital: Hospital; readonly value: T } | undefined;
  return (hospital) => {
    if (latest?.hospital !== hospital) latest = { hospital, value: read(hospital) };
    return latest.value;
  };
}
