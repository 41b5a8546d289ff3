import { InputError } from '../domain/input-error.ts';
import type { Requirement } from '../domain/stage.ts';
import { placesOf } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import requirementsSchema from './schema/requirements.schema.json' with { type: 'json' };

/**
 * All requirements there are, whatever stage they belong to, those of the rehearsal before those that come with Genrep,
 * and the texts they were read from. Throws InputError.
 */
export function loadRequirements(): {
  readonly requirements: readonly Requirement[];
  readonly texts: readonly string[];
} {
  const sources = placesOf('scenarios', 'requirements.yaml').map((file) => readYaml(file));
  const requirements = new Map<string, Requirement>();
  for (const source of sources) {
    const { requirements: told } = checkSchema<{ requirements: Requirement[] }>(source, requirementsSchema);
    checkUnique(source, told, 'requirements');
    for (const each of told) if (!requirements.has(each.id)) requirements.set(each.id, each);
  }
  return { requirements: [...requirements.values()], texts: sources.map(({ text }) => text) };
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
