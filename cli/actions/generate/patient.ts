import process from 'node:process';
import { generatePatient } from '../../../generators/generate-patient.ts';
import type { Format } from '../../../generators/output/manifest.ts';
import { type ChosenPeople, sourcesOf } from './sources.ts';

/** As commander hands them over. */
export interface PatientOptions extends ChosenPeople {
  readonly index: number;
  readonly format: Format;
  readonly json?: true;
}

/** `genrep generate patient`. */
export async function printPatient(options: PatientOptions): Promise<void> {
  const { index, format, json } = options;
  const text = await generatePatient({ ...(await sourcesOf(options)), index, format });
  process.stdout.write(json ? `${JSON.stringify({ index, format, ...contentOf(text, format) })}\n` : text);
}

/** FHIR as JSON; a message of HL7 v2 is text. */
const contentOf = (text: string, format: Format): object =>
  format === 'hl7v2'
    ? { text }
    : {
        resources: text
          .trimEnd()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      };
