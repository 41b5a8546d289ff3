import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';

const schema = JSON.parse(readFileSync(new URL('./care-flow.schema.json', import.meta.url), 'utf8'));
// That the schema itself is one, its test looks after: it takes as long as everything else that is compiled.
const validate = new Ajv2020({ meta: false, validateSchema: false }).compile<CareFlow>(schema);

/** The value as a flow, or the first thing that makes it none. */
export function requireCareFlow(value: unknown): CareFlow {
  if (validate(value)) return value;
  const [problem] = validate.errors ?? [];
  throw new InputError(
    `Flödet följer inte care-flow.schema.json: ${problem?.instancePath} ${problem?.message}.`,
  );
}
