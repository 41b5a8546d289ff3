import type { ErrorObject } from 'ajv';
import { didYouMean } from './suggest.ts';

/** One Swedish sentence: what is wrong, what was expected, what to do. The schema's descriptions say what is expected. */
export function explain(error: ErrorObject): string {
  const sentence = SENTENCES[error.keyword];
  return sentence === undefined
    ? `${nameOf(error)} stämmer inte: ${error.message ?? error.keyword}.`
    : sentence(error);
}

const SENTENCES: Readonly<Record<string, (error: ErrorObject) => string>> = {
  additionalProperties: ({ params, parentSchema }) => {
    const key = String(params.additionalProperty);
    if (/^\d+$/.test(key)) return decimalCommaIn(key);
    const known = Object.keys(propertiesOf(parentSchema));
    return `Nyckeln "${key}" finns inte här${didYouMean(key, known) || '.'} Här kan stå ${list(known)}.`;
  },
  required: ({ params, parentSchema }) => {
    const key = String(params.missingProperty);
    const wanted = propertiesOf(parentSchema)[key]?.description;
    return `Nyckeln "${key}" saknas; lägg till den${wanted === undefined ? '' : `: ${wanted}`}.`;
  },
  type: (error) =>
    decimalComma(error) ??
    `${nameOf(error)} ska vara ${TYPES[String(error.params.type)] ?? error.params.type}, inte ${show(error.data)}${expected(error)}.`,
  enum: (error) => {
    const allowed = (error.params.allowedValues as unknown[]).map(String);
    const near = didYouMean(String(error.data), allowed) || '.';
    return `${nameOf(error)} är ${show(error.data)}${near} Välj ett av ${list(allowed)}.`;
  },
  const: (error) =>
    `${nameOf(error)} är ${show(error.data)} men ska vara ${show(error.params.allowedValue)}${expected(error)}.`,
  discriminator: (error) =>
    `${nameOf(error)} har "${error.params.tag}: ${error.params.tagValue}", som inte finns${expected(error)}.`,
  minItems: (error) =>
    Array.isArray(error.data) && error.data.length === 0
      ? `${nameOf(error)} är tom${expected(error)}.`
      : wrongNumber(error),
  maxItems: (error) => wrongNumber(error),
  minimum: (error) =>
    `${nameOf(error)} är ${show(error.data)} men får inte vara under ${error.params.limit}${expected(error)}.`,
  maximum: (error) =>
    `${nameOf(error)} är ${show(error.data)} men får inte vara över ${error.params.limit}${expected(error)}.`,
  exclusiveMinimum: (error) =>
    `${nameOf(error)} är ${show(error.data)} men ska vara över ${error.params.limit}${expected(error)}.`,
  pattern: (error) => `${nameOf(error)} är ${show(error.data)}, som inte har rätt form${expected(error)}.`,
  minProperties: (error) => `${nameOf(error)} är tom${expected(error)}.`,
  minLength: (error) => `${nameOf(error)} är tom${expected(error)}.`,
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'en text',
  number: 'ett tal',
  integer: 'ett heltal',
  boolean: 'ja eller nej (true eller false)',
  array: 'en lista',
  object: 'en grupp av nycklar',
};

/** '"share" är 0,5: …' where a number was written as it is in Swedish. */
function decimalComma({ params, data, ...error }: ErrorObject): string | undefined {
  const isNumber = ['number', 'integer'].includes(String(params.type));
  if (!isNumber || typeof data !== 'string' || !/^-?\d+,\d+$/.test(data)) return undefined;
  return `${nameOf({ params, data, ...error })} är ${data}; i YAML skrivs decimaler med punkt: ${data.replace(',', '.')}.`;
}

/** Within braces a comma begins the next key, so that half a number is left as one. */
const decimalCommaIn = (key: string): string =>
  `"${key}" ser ut som decimaler efter ett komma; i YAML skrivs decimaler med punkt, till exempel 0.${key}.`;

function wrongNumber(error: ErrorObject): string {
  const count = Array.isArray(error.data) ? error.data.length : 0;
  return `${nameOf(error)} har ${count} värden men ska ha ${error.params.limit}${expected(error)}.`;
}

interface Described {
  readonly description?: string;
}

const propertiesOf = (schema: unknown): Readonly<Record<string, Described>> =>
  (schema as { properties?: Record<string, Described> } | undefined)?.properties ?? {};

const expected = ({ parentSchema }: ErrorObject): string => {
  const { description } = (parentSchema ?? {}) as Described;
  return description === undefined ? '' : `; ${description}`;
};

/** '"hours" nummer 4', '"weekday"'; the file as a whole when the error is at its top. */
function nameOf({ instancePath }: ErrorObject): string {
  const parts = instancePath.split('/').slice(1);
  const last = parts.at(-1);
  if (last === undefined) return 'Filen';
  return /^\d+$/.test(last) ? `"${parts.at(-2)}" nummer ${Number(last) + 1}` : `"${last}"`;
}

const show = (value: unknown): string => JSON.stringify(value);
const list = (words: readonly string[]): string => words.join(', ');
