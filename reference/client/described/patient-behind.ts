import type { Shown } from './described-list.tsx';

/** Whom a record is about, wherever its kind says so. */
export function patientBehind(record: Shown): string {
  const { for: whom, subject, patient, participant = [] } = record as Shown & About;
  const all = [whom, subject, patient, ...participant.map(({ actor }) => actor)];
  return all.map((each) => each?.reference ?? '').find((each) => each.startsWith('Patient/')) ?? '';
}

interface Pointer {
  readonly reference?: string;
}
interface About {
  readonly for?: Pointer;
  readonly subject?: Pointer;
  readonly patient?: Pointer;
  readonly participant?: readonly { readonly actor?: Pointer }[];
}
