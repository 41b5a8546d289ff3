import type { Activity } from '../../domain/activity.ts';
import { isRef } from '../../domain/ref.ts';
import { didYouMean } from '../../input/suggest.ts';
import { boundOf, type FlowContext, type StepContext, unitOf } from '../care-system.ts';
import type { Screens } from './screens.ts';

/** A text asks for something that the activity does not have. The message is one sentence, without its place. */
export class NoSuchValue extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'NoSuchValue';
  }
}

/** What stands in braces in a text; undefined where a brace is left alone. */
export function namesIn(text: string): readonly string[] | undefined {
  const names = [...text.matchAll(NAME)].map(([, name = '']) => name);
  return /[{}]/.test(text.replaceAll(NAME, '')) ? undefined : names;
}

const NAME = /\{([^{}]+)\}/g;

/** A text with what stands in braces made what it stands for. */
export const filledIn = (text: string, value: (name: string) => string): string =>
  text.replaceAll(NAME, (_, name: string) => value(name));

/** What a text can ask for beside what the activity has. */
export const COMMON = [
  ...['patient.identifier', 'patient.givenName', 'patient.familyName', 'patient.birthDate', 'patient.sex'],
  ...['patient.address.line', 'patient.address.postalCode', 'patient.address.city'],
  ...['actor.role', 'actor.unit', 'units.emergency', 'units.ward', 'units.laboratory', 'units.pharmacy'],
  ...['units.primary-care', 'units.municipality', 'token'],
] as const;

const isCommon = (name: string): boolean => (COMMON as readonly string[]).includes(name);

type Wording = Pick<Screens, 'words' | 'decimal'>;

/** What the texts of an activity stand for in a step. */
export function valuesOf(
  activity: Activity,
  context: StepContext,
  wording: Wording,
): (name: string) => string {
  return (name) => {
    if (isCommon(name)) return common(name, context);
    const { value, key } = fieldOf(activity, name, (named) => behind(context, named));
    if (isRef(value)) return referenceOf(context, value.ref);
    return said(key, value, wording);
  };
}

/** What texts about a person alone stand for. */
export const valuesAbout =
  (context: StepContext) =>
  (name: string): string => {
    if (isCommon(name)) return common(name, context);
    throw new NoSuchValue(
      `{${name}} finns inte här${didYouMean(name, COMMON) || '.'} Här kan stå ${COMMON.join(', ')}.`,
    );
  };

/** What of an activity cannot be said in the client, as far as it is known before its flow; undefined when all can. */
export function unsaid(activity: Activity, names: readonly string[], wording: Wording): string | undefined {
  for (const name of names.filter((each) => !isCommon(each))) {
    try {
      const { value, key } = fieldOf(activity, name, () => undefined);
      if (value !== LATER && !isRef(value)) said(key, value, wording);
    } catch (error) {
      if (error instanceof NoSuchValue) return error.message;
      throw error;
    }
  }
  return undefined;
}

/**
 * Why no activity of a kind has a field, as a sentence; undefined when one has.
 * @param madeBy the tasks that can stand behind a field that names an earlier step
 */
export function fieldMistake(
  name: string,
  examples: readonly Activity[],
  madeBy: (field: string) => readonly Activity[],
): string | undefined {
  if (isCommon(name) || examples.length === 0) return undefined;
  const known = new Set<string>(COMMON);
  for (const example of examples) {
    for (const path of pathsIn(example)) {
      known.add(path);
      const at = fieldAt(example, path);
      if (!isRef(at)) continue;
      const made = madeBy(path);
      if (made.length === 0 && name.startsWith(`${path}.`)) return undefined;
      for (const task of made) for (const inner of pathsIn(task)) known.add(`${path}.${inner}`);
    }
  }
  if (known.has(name)) return undefined;
  const own = [...known].filter((each) => !isCommon(each));
  return `{${name}} finns inte i steget${didYouMean(name, [...known]) || '.'} Det har ${own.join(', ') || 'inga egna fält'}; dessutom kan ${COMMON.join(', ')} stå.`;
}

const LATER = Symbol('known in its flow');

/** Follows a name through an activity, and through what earlier steps did where a field names one. */
function fieldOf(
  activity: Activity,
  name: string,
  behindName: (ref: string) => Activity | undefined,
): { readonly value: unknown; readonly key: string } {
  const steps = name.split('.');
  let value: unknown = activity;
  let key: string[] = [];
  for (const step of steps) {
    if (isRef(value)) {
      const task = behindName(value.ref);
      if (task === undefined) return { value: LATER, key: name };
      value = task;
      key = [];
    }
    value = property(value, step);
    key.push(step);
    if (value === undefined || value === null) {
      throw new NoSuchValue(`Det som ska göras eller ses har inget värde för {${name}}.`);
    }
  }
  return { value, key: key.join('.') };
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const fieldAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step) => property(at, step), value);

/** The ways to every value in an activity; what names an earlier step is one. */
function pathsIn(value: unknown, path: readonly string[] = []): string[] {
  if (isRef(value) || typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value)
    .filter(([key]) => path.length > 0 || !['type', 'kind', 'as'].includes(key))
    .flatMap(([key, each]) => pathsIn(each, [...path, key]));
}

function said(key: string, value: unknown, { words = {}, decimal = ',' }: Wording): string {
  const plain = typeof value === 'number' ? String(value).replace('.', decimal) : String(value);
  if (typeof value === 'object')
    throw new NoSuchValue(`{${key}} är inget enda värde; skriv vilket av dem, med punkt.`);
  const own = words[key];
  if (own === undefined) return plain;
  const word = own[String(value)];
  if (word !== undefined) return word;
  throw new NoSuchValue(`Under words.${key} står inte vad ”${String(value)}” heter i klienten.`);
}

const behind = (context: FlowContext, name: string): Activity => boundOf(context, name).task;

function referenceOf(context: FlowContext, name: string): string {
  const { reference } = boundOf(context, name);
  if (reference !== undefined) return reference;
  throw new NoSuchValue(`”${name}” fick inget nummer när det sparades.`);
}

function common(name: string, context: StepContext): string {
  const { patient, actor, units, token } = context;
  const [root = '', key = ''] = name.split('.');
  if (root === 'token') return token;
  if (root === 'patient')
    return name === 'patient.identifier' ? patient.identifier.value : String(fieldAt({ patient }, name));
  if (name === 'actor.role') return actor.role;
  const unit = root === 'actor' ? unitOf(context) : units[key as keyof typeof units];
  if (unit !== undefined) return unit.name;
  throw new NoSuchValue(`Flödet har ingen enhet för {${name}}.`);
}
