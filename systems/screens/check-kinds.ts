import type { Activity } from '../../domain/activity.ts';
import type { ActivityFacts, Area } from '../../domain/area.ts';
import { InputError, inputErrorOf } from '../../domain/input-error.ts';
import { didYouMean } from '../../input/suggest.ts';
import type { YamlPath } from '../../input/yaml-source.ts';
import type { Case } from '../contract/script.ts';
import { isDoing, type Screens, type WrittenScreens } from './screens.ts';
import { COMMON, fieldMistake, namesIn } from './values.ts';
import { textsIn } from './walk.ts';

/**
 * Holds a file of screens against the areas that it is about.
 * @param cases of the areas, by which it is known what an activity has
 * @throws InputError for a kind of activity that no area has, a task told as a question or the other way round, what an
 * activity does not have, and a task that later steps build on without a number to know it by
 */
export function checkScreens(written: WrittenScreens, areas: readonly Area[], cases: readonly Case[]): void {
  const { screens, placeOf } = written;
  const facts = new Map(areas.flatMap(({ activities }) => activities).map((each) => [each.kind, each]));
  const examples = examplesIn(cases);
  // In its own area: two areas may call different things by one name.
  const madeBy = (area: string, field: string): readonly Activity[] =>
    (areas.find(({ name }) => name === area)?.things?.[field]?.madeBy ?? []).flatMap(
      (kind) => examples.get(kind) ?? [],
    );
  const tell = (sentence: string | undefined, path: YamlPath): InputError[] =>
    sentence === undefined ? [] : [new InputError(sentence, placeOf(path))];
  const error = inputErrorOf([
    ...Object.keys(screens.activities).flatMap((kind) => {
      const path = ['activities', kind];
      const known = facts.get(kind);
      if (known === undefined) return tell(unknownKind(kind, [...facts.keys()]), path);
      const of = examples.get(kind) ?? [];
      return [
        ...tell(formMistake(screens, known), path),
        ...tell(keepMistake(screens, kind, of), [...path, 'readBack']),
        ...textsIn(screens.activities[kind], path).flatMap(({ value, path: place }) =>
          (namesIn(value) ?? []).flatMap((name) =>
            tell(
              fieldMistake(name, of, (field) => madeBy(known.area, field)),
              place,
            ),
          ),
        ),
      ];
    }),
    ...textsIn(screens.patient, ['patient']).flatMap(({ value, path }) =>
      (namesIn(value) ?? []).flatMap((name) => tell(aboutPatient(name), path)),
    ),
  ]);
  if (error !== undefined) throw error;
}

const unknownKind = (kind: string, kinds: readonly string[]): string =>
  `Steget "${kind}" finns inte i något vårdområde${didYouMean(kind, kinds) || '.'} Skriv ett av ${[...kinds].sort().join(', ')}.`;

function formMistake({ activities }: Screens, { kind, type, sv }: ActivityFacts): string | undefined {
  const activity = activities[kind];
  if (activity === undefined || isDoing(activity) === (type === 'task')) return undefined;
  return type === 'task'
    ? `”${sv}” (${kind}) är något som görs; skriv do, saved och readBack.`
    : `”${sv}” (${kind}) är något som ses; skriv look, rows (eller shows, absent) och whole.`;
}

/** What a task leaves for later steps must be known again. */
function keepMistake(
  { activities }: Screens,
  kind: string,
  examples: readonly Activity[],
): string | undefined {
  const activity = activities[kind];
  if (activity === undefined || !isDoing(activity) || activity.readBack.keep !== undefined) return undefined;
  return examples.some((example) => 'as' in example && example.as !== undefined)
    ? `Senare steg bygger på det som "${kind}" gör; skriv keep, rubriken över numret som raden känns igen på.`
    : undefined;
}

const aboutPatient = (name: string): string | undefined =>
  (COMMON as readonly string[]).includes(name)
    ? undefined
    : `{${name}} finns inte här${didYouMean(name, COMMON) || '.'} Här kan stå ${COMMON.join(', ')}.`;

/** Activities as the areas' cases have them, by kind. */
function examplesIn(cases: readonly Case[]): ReadonlyMap<string, readonly Activity[]> {
  const activities = cases.flatMap(({ lines }) =>
    lines.map((line): Activity => ('task' in line ? line.task : line.question)),
  );
  return Map.groupBy(activities, ({ kind }) => kind);
}
