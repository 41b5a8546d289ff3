import process from 'node:process';
import { generatePatient } from '../../../generators/generate-patient.ts';
import type { Format } from '../../../generators/output/manifest.ts';
import { type ChosenPeople, sourcesOf } from './sources.ts';

/** As commander hands them over. */
export interface PatientOptions extends ChosenPeople {
  readonly index: number;
  readonly format: Format;
}

/** `genrep generate patient`. */
export async function printPatient(options: PatientOptions): Promise<void> {
  const { index, format } = options;
  process.stdout.write(await generatePatient({ ...(await sourcesOf(options)), index, format }));
}
