import process from 'node:process';
import { generatePatient } from '../../../generators/generate-patient.ts';
import type { PatientOptions } from '../../commands/generate/patient.ts';
import { sourcesOf } from './sources.ts';

/** `genrep generate patient`. */
export async function printPatient(options: PatientOptions): Promise<void> {
  const { index, format } = options;
  process.stdout.write(await generatePatient({ ...(await sourcesOf(options)), index, format }));
}
