import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { SchemaObject } from 'ajv';
import { InputError, type InputPosition, inputErrorOf } from '../../domain/input-error.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlPath, type YamlSource } from '../../input/yaml-source.ts';
import type { ActivityRules, Mapping } from '../mapping.ts';
import { elementsOf } from './elements.ts';
import { twiceSaid } from './twice-said.ts';

const SCHEMA: SchemaObject = JSON.parse(
  readFileSync(join(import.meta.dirname, 'mapping.schema.json'), 'utf8'),
);

/**
 * The mapping of a profile, which stands in it or in a file that it names, with the place of each of its rules.
 * @param file of the profile
 * @throws InputError with every mistake, each at its place
 */
export function loadMapping(profile: YamlSource, file: string): Mapping {
  const source = sourceOf(profile, file);
  const mapping = checkSchema<Mapping>(source, SCHEMA);
  const error = inputErrorOf([...elementMistakes(mapping, source), ...twiceSaid(mapping, source)]);
  if (error !== undefined) throw error;
  return { ...mapping, places: placesOf(mapping, source) };
}

function sourceOf(profile: YamlSource, file: string): YamlSource {
  const { mapping } = profile.content as { readonly mapping: unknown };
  if (typeof mapping !== 'string') return within(profile, mapping);
  const named = resolve(dirname(file), mapping);
  if (existsSync(named)) return readYaml(named);
  throw new InputError(
    `Det finns ingen fil ${mapping} bredvid systemprofilen; rätta "mapping".`,
    profile.positionOf(['mapping']),
  );
}

const within = (profile: YamlSource, content: unknown): YamlSource => ({
  ...profile,
  content,
  positionOf: (path) => profile.positionOf(['mapping', ...path]),
  positionOfKey: (path) => profile.positionOfKey(['mapping', ...path]),
});

/** Paths that no resource has, and types of resource that FHIR has not. */
function elementMistakes(mapping: Mapping, source: YamlSource): InputError[] {
  const { resources = {}, activities = {} } = mapping;
  const mistakes: InputError[] = [];
  const tell = (mistake: string | undefined, position: InputPosition): void => {
    if (mistake !== undefined) mistakes.push(new InputError(mistake, position));
  };
  const elements = elementsOf();
  for (const [ours, theirs] of Object.entries(resources)) {
    tell(elements.typeMistake(ours), source.positionOfKey(['resources', ours]));
    tell(elements.typeMistake(theirs), source.positionOf(['resources', ours]));
  }
  for (const [kind, rules] of Object.entries(activities)) {
    for (const [at, type] of typesIn(rules)) {
      tell(elements.typeMistake(type), source.positionOfKey(['activities', kind, at, type]));
    }
    for (const { type, path, place, theirs } of pathsIn(rules)) {
      const said = theirs ? (resources[type as keyof typeof resources] ?? type) : type;
      tell(
        elements.pathMistake(said, path),
        source.positionOf(['activities', kind, 'write', type, ...place]),
      );
    }
  }
  return mistakes;
}

const typesIn = ({ write = {}, search = {} }: ActivityRules): [string, string][] => [
  ...Object.keys(write).map((type): [string, string] => ['write', type]),
  ...Object.keys(search).map((type): [string, string] => ['search', type]),
];

interface WrittenPath {
  readonly type: string;
  readonly path: string;
  readonly place: YamlPath;
  /** It stands in the system's resource, not in the area's. */
  readonly theirs?: true;
}

const pathsIn = ({ write = {} }: ActivityRules): WrittenPath[] =>
  Object.entries(write).flatMap(([type, { set = [], replace = [], move = [], remove = [] }]) => [
    ...set.map(({ path }, at) => ({ type, path, place: ['set', at, 'path'], theirs: true }) as const),
    ...replace.map(({ path }, at) => ({ type, path, place: ['replace', at, 'path'] })),
    ...remove.map((path, at) => ({ type, path, place: ['remove', at] })),
    ...move.flatMap(({ from, to }, at) => [
      { type, path: from, place: ['move', at, 'from'] },
      { type, path: to, place: ['move', at, 'to'], theirs: true } as const,
    ]),
  ]);

/** What only the areas or the system can judge is judged later; its place is kept until then. */
function placesOf({ activities = {}, resources = {} }: Mapping, source: YamlSource): Mapping['places'] {
  const paths: YamlPath[] = Object.entries(activities).flatMap(([kind, { write = {}, search = {} }]) => [
    ['activities', kind],
    ...Object.keys(write).map((type) => ['activities', kind, 'write', type]),
    ...Object.entries(search).flatMap(([type, rules]) =>
      (['rename', 'add'] as const).flatMap((rule) =>
        Object.keys(rules?.[rule] ?? {}).map((name) => ['activities', kind, 'search', type, rule, name]),
      ),
    ),
  ]);
  return Object.fromEntries(
    [...paths, ...Object.keys(resources).map((type) => ['resources', type])].map((path) => [
      path.join('/'),
      source.positionOfKey(path),
    ]),
  );
}
