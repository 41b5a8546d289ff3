import type { Patient } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { Label } from './scan.ts';

/** A number that no printer of the house gives out: the same for the same step, and another for every other. */
export const strangersNumber = (token: string): string =>
  `99${String(randomStream(0, 'label', token).below(10_000_000_000)).padStart(10, '0')}`;

/** Whether a label is this patient's and its bar code leads to what it was printed for. */
export function judged(
  { lines, code }: Label,
  { patient, number }: { readonly patient: Patient; readonly number: string | undefined },
) {
  const isPatients = lines.some((line) => line.includes(patient.identifier.value));
  return {
    seen: isPatients && code !== undefined && code === number,
    observed: `På etiketten står ${quoted(lines.join(', '))}, och streckkoden läses ${code === undefined ? 'inte' : quoted(code)}.`,
  };
}

export const EXPECTED =
  'Etiketten ligger i den egna enhetens skrivare, med patientens nummer och en streckkod som går att läsa.';
export const NOT_THERE = 'Etiketten ligger inte i enhetens skrivare.';
