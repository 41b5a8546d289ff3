import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Fault } from './fault.ts';

const FOLDER = new URL('catalogue/', import.meta.url);

/** A file of catalogue/: the fault, with its dose as people write it. */
type FaultFile = Omit<Fault, 'name' | 'every'> & { readonly dose: string };

const isFaultFile = new Ajv({ allowUnionTypes: true }).compile<FaultFile>({
  type: 'object',
  additionalProperties: false,
  required: ['sv', 'en', 'source', 'requirements', 'dose', 'workflow', 'selector'],
  properties: {
    sv: { type: 'string' },
    en: { type: 'string' },
    source: { type: 'string', pattern: '^(D\\d\\d|assumption)' },
    requirements: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^KRAV-' } },
    dose: { type: 'string', pattern: '^1/[1-9]\\d*$' },
    workflow: { type: 'string' },
    selector: {
      type: 'object',
      additionalProperties: { type: ['string', 'boolean', 'array'], items: { type: 'string' } },
    },
    delaySeconds: { type: 'number', exclusiveMinimum: 0 },
    foundBy: { enum: ['load'] },
  },
});

function readFault(file: string): Fault {
  const content: unknown = parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!isFaultFile(content)) {
    const [first] = isFaultFile.errors ?? [];
    throw new Error(
      `reference/faults/catalogue/${file}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
    );
  }
  const { dose, ...fault } = content;
  return { ...fault, name: file.replace(/\.yaml$/, ''), every: Number(dose.slice(2)) };
}

/** The faults of catalogue/, by name; the name is the file's. */
export function readCatalogue(): ReadonlyMap<string, Fault> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return new Map(files.sort().map((file) => [file.slice(0, -'.yaml'.length), readFault(file)]));
}
