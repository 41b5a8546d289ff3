import { createHash } from 'node:crypto';
import type { FirstWeeks, Sourced, StopRule } from '../domain/first-weeks.ts';
import { InputError } from '../domain/input-error.ts';
import { checkSchema } from '../input/schema-check.ts';
import { parseYaml, readYaml, type YamlPath, type YamlSource } from '../input/yaml-source.ts';
import { findScenario } from './find-scenario.ts';
import schema from './schema/weeks.schema.json' with { type: 'json' };

/** The first weeks of a stage, and the file that tells of them. */
export interface LoadedWeeks {
  readonly plan: FirstWeeks;
  readonly file: string;
}

/**
 * The plan of a stage's first weeks, from a path or by its name in scenarios/weeks. Whatever is wrong in it is an InputError
 * with file, line and column.
 */
export function loadFirstWeeks(pathOrName: string): LoadedWeeks {
  const file = findScenario('weeks', pathOrName);
  return { plan: planIn(readYaml(file)), file };
}

/** The same of a text that lies in no file: what was fixed before the start. */
export const firstWeeksIn = (shown: string, text: string): FirstWeeks => planIn(parseYaml(shown, text));

function planIn(source: YamlSource): FirstWeeks {
  const plan = checkSchema<Omit<FirstWeeks, 'rulesHash'>>(source, schema);
  checkUnique(source, 'stopRules', plan.stopRules, 'id');
  checkUnique(source, 'units', plan.units, 'key');
  const units = new Set(plan.units.map(({ key }) => key));
  for (const [index, { condition }] of plan.stopRules.entries()) {
    if (condition.kind !== 'rate' || condition.unit === undefined || units.has(condition.unit)) continue;
    throw new InputError(
      `Enheten "${condition.unit}" finns inte bland units: ${[...units].join(', ')}. Rätta nyckeln.`,
      source.positionOf(['stopRules', index, 'condition', 'unit']),
    );
  }
  if (plan.shifts.some(({ from }, index) => index > 0 && from <= (plan.shifts[index - 1]?.from ?? '')))
    throw new InputError(
      'Passen ska stå i den ordning som de börjar, från midnatt.',
      source.positionOf(['shifts']),
    );
  checkSupport(source, plan);
  return { ...plan, rulesHash: hashOfRules(plan) };
}

function checkSupport(source: YamlSource, { support, weeks }: Omit<FirstWeeks, 'rulesHash'>): void {
  const { perHundredUsersAndDay, byHour, weekend, lines, fromLab } = support;
  const sourced: readonly (readonly [YamlPath, Sourced])[] = [
    [['perHundredUsersAndDay'], perHundredUsersAndDay],
    [['byHour'], byHour],
    [['weekend'], weekend],
    ...lines.map((line, index) => [['lines', index], line] as const),
    [['fromLab'], fromLab],
  ];
  for (const [where, each] of sourced) {
    if (each.source !== undefined || each.assumption === true) continue;
    throw new InputError(
      'Här saknas både source och assumption; skriv varifrån uppgiften kommer, eller assumption: true.',
      source.positionOf(['support', ...where]),
    );
  }
  if (perHundredUsersAndDay.weeks.length !== weeks)
    throw new InputError(
      `Planen har ${weeks} veckor, men här står ${perHundredUsersAndDay.weeks.length} tal; skriv ett för varje vecka.`,
      source.positionOf(['support', 'perHundredUsersAndDay', 'weeks']),
    );
}

function checkUnique<K extends string>(
  source: YamlSource,
  list: string,
  items: readonly { readonly [key in K]: string }[],
  key: K,
): void {
  const values = items.map((item) => item[key]);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice >= 0)
    throw new InputError(
      `"${values[twice]}" står två gånger; ge var och en ett eget namn.`,
      source.positionOf([list, twice, key]),
    );
}

/** SHA-256, as hex, of all that one rule asks: its words, its limit and what is done; its source and owner may be mended. */
export const hashOfRule = ({ id, sv, en, demands, condition }: StopRule): string =>
  sha256({ id, sv, en, demands, condition });

const hashOfRules = ({ stage, start, stopRules }: Omit<FirstWeeks, 'rulesHash'>): string =>
  sha256({ stage, start, rules: stopRules.map(hashOfRule) });

const sha256 = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex');

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
