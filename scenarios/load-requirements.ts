import type { ActivityKind } from '../domain/activity.ts';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import type { Requirement } from '../domain/stage.ts';
import { monitorFiles } from '../input/monitor-files.ts';
import { placesOf } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import requirementsSchema from './schema/requirements.schema.json' with { type: 'json' };

/**
 * All requirements there are, whatever stage they belong to, those of the rehearsal before those that come with Genrep,
 * and the texts they were read from. Throws InputError.
 * @param kinds of activity that there are, where that is known: a requirement is shown by some of them and by nothing else
 * @param monitors by their ids, among them those that requirements are watched by
 */
export function loadRequirements(
  kinds?: readonly ActivityKind[],
  monitors: readonly string[] = monitorFiles().map(({ id }) => id),
): {
  readonly requirements: readonly Requirement[];
  readonly texts: readonly string[];
} {
  const sources = placesOf('scenarios', 'requirements.yaml').map((file) => readYaml(file));
  const requirements = new Map<string, Requirement>();
  const mistakes: InputError[] = [];
  for (const source of sources) {
    const { requirements: told } = checkSchema<{ requirements: Requirement[] }>(source, requirementsSchema);
    checkUnique(source, told, 'requirements');
    for (const [index, each] of told.entries()) {
      if (requirements.has(each.id)) continue;
      const { shownBy = [] } = each as Partial<Requirement>;
      const requirement = { ...each, shownBy };
      requirements.set(each.id, requirement);
      mistakes.push(...unknownMonitors(requirement, monitors, source, index));
      if (kinds !== undefined) mistakes.push(...unknownKinds(requirement, kinds, source, index));
    }
  }
  const error = inputErrorOf(mistakes);
  if (error !== undefined) throw error;
  return { requirements: [...requirements.values()], texts: sources.map(({ text }) => text) };
}

/** A requirement that waits for what nobody does or sees would never be shown, and nobody would know why. */
const unknownKinds = (
  { id, shownBy, watchedBy = [] }: Requirement,
  kinds: readonly ActivityKind[],
  source: YamlSource,
  index: number,
): InputError[] =>
  [
    ...shownBy.map((kind, place) => ({ kind, how: 'visas av', at: ['shownBy', place] })),
    ...watchedBy.flatMap(({ of = [] }, watcher) =>
      of.map((kind, place) => ({
        kind,
        how: 'övervakas av fynd om',
        at: ['watchedBy', watcher, 'of', place],
      })),
    ),
  ].flatMap(({ kind, how, at }) =>
    kinds.includes(kind)
      ? []
      : [
          new InputError(
            `Kravet ${id} ${how} "${kind}", som inte finns i något vårdområde${didYouMean(kind, kinds) || '.'} Välj bland de slag av steg som vårdområdena har (care/*/index.ts).`,
            source.positionOf(['requirements', index, ...at]),
          ),
        ],
  );

/** A requirement that waits for a monitor that is not there would never be watched, and nobody would know why. */
const unknownMonitors = (
  { id, watchedBy = [] }: Requirement,
  monitors: readonly string[],
  source: YamlSource,
  index: number,
): InputError[] =>
  watchedBy.flatMap(({ monitor }, place) =>
    monitors.includes(monitor)
      ? []
      : [
          new InputError(
            `Kravet ${id} övervakas av "${monitor}", som inte finns${didYouMean(monitor, monitors) || '.'} Välj bland filerna i monitors/, eller skriv en (docs/how-to/monitors.md).`,
            source.positionOf(['requirements', index, 'watchedBy', place, 'monitor']),
          ),
        ],
  );

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
