import { randomStream } from '../../domain/random.ts';

/** Tolvan Tolvansson, whom no register has: the patient that somebody else stood as on the modality. */
export const ANOTHER_PATIENT = { patientId: '191212121212', patientName: 'Tolvansson^Tolvan' } as const;

/** A UID that a modality makes up by itself (DICOM PS3.5, B.2: 2.25 and a number): the same for the same step. */
export function studyUidOf(token: string): string {
  const draws = randomStream(0, 'study uid', token);
  return `2.25.${1 + draws.below(999_999_999)}${Array.from({ length: 2 }, () => String(draws.below(1_000_000_000)).padStart(9, '0')).join('')}`;
}
