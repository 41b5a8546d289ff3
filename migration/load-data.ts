import path from 'node:path';
import type { SafetyClass } from '../domain/care-flow.ts';
import type { MigrationFindingFacts } from '../domain/migration-evidence.ts';
import { filesByName } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import type { Field, RecordKind } from './record.ts';
import findingsSchema from './schema/findings.schema.json' with { type: 'json' };
import recordSchema from './schema/record.schema.json' with { type: 'json' };

/** What a difference is called, and the condition in SQL that makes it so; the first that holds counts. */
export interface FindingKind extends MigrationFindingFacts {
  readonly when: string;
}

type WrittenField = Partial<Omit<Field, 'name'>> & Pick<Field, 'sv' | 'en'>;
type WrittenRecord = Omit<RecordKind, 'name' | 'fields'> & {
  readonly class: SafetyClass;
  readonly fields: Readonly<Record<string, WrittenField>>;
};

/** The kinds of record, of the rehearsal's own before Genrep's; people first, since the others point at them. */
export const recordKinds = (): readonly RecordKind[] =>
  [...filesByName('migration', 'records')]
    .map(([name, file]) => recordKind(name, file))
    .toSorted((a, b) => a.class - b.class || a.name.localeCompare(b.name));

function recordKind(name: string, file: string): RecordKind {
  const { fields, ...written } = checkSchema<WrittenRecord>(readYaml(file), recordSchema);
  return {
    ...{ name, ...written },
    fields: Object.entries(fields).map(([field, { as = 'text', sum = false, hidden = false, ...more }]) => ({
      ...{ name: field, as, sum, hidden, ...more },
    })),
  };
}

/** What differences are called, in the order in which they are tried. */
export function findingKinds(file = path.join(import.meta.dirname, 'findings.yaml')): readonly FindingKind[] {
  return checkSchema<{ findings: FindingKind[] }>(readYaml(file), findingsSchema).findings;
}
