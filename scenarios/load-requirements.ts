import path from 'node:path';
import { InputError } from '../domain/input-error.ts';
import type { Requirement } from '../domain/stage.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import requirementsSchema from './schema/requirements.schema.json' with { type: 'json' };

const REQUIREMENTS = path.join(import.meta.dirname, 'requirements.yaml');

/** All requirements there are, whatever stage they belong to, and the text they were read from. Throws InputError. */
export function loadRequirements(): { readonly requirements: readonly Requirement[]; readonly text: string } {
  const source = readYaml(REQUIREMENTS);
  const { requirements } = checkSchema<{ requirements: Requirement[] }>(source, requirementsSchema);
  checkUnique(source, requirements, 'requirements');
  return { requirements, text: source.text };
}

/** Refuses a second entry of one id in a list of a file. */
export function checkUnique(
  source: YamlSource,
  entries: readonly { readonly id: string }[],
  list: string,
): void {
  for (const [index, { id }] of entries.entries()) {
    if (entries.findIndex((entry) => entry.id === id) === index) continue;
    throw new InputError(
      `"${id}" står två gånger; ge var och en sitt eget id.`,
      source.positionOf([list, index, 'id']),
    );
  }
}
