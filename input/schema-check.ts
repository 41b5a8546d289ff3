import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import { InputError, type InputPosition, inputErrorOf } from '../domain/input-error.ts';
import { explain } from './explain.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** What a kind of file tells better than the schema does. */
export interface Wording {
  /** Whether an error is told before all others. */
  readonly isFirst?: (error: ErrorObject) => boolean;
  /** A sentence of its own for an error. */
  readonly sentence?: (error: ErrorObject) => string | undefined;
}

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  discriminator: true,
  strictTypes: false,
  strictRequired: false,
});

/**
 * The content as the schema says it is, what is written in Swedish alone in both languages; else an {@link InputError}
 * for all that is wrong in the file.
 */
export function checkSchema<T>(source: YamlSource, schema: SchemaObject, wording: Wording = {}): T {
  const { isFirst, sentence } = wording;
  const validate = ajv.compile<T>(schema);
  const { content } = source;
  if (validate(content)) return inBothLanguages(content);
  const rank = (error: ErrorObject): number => (isFirst?.(error) === true ? -1 : (RANKS[error.keyword] ?? 0));
  const errors = (validate.errors ?? []).map((error) => ({ error, rank: rank(error) }));
  const first = Math.min(...errors.map((one) => one.rank));
  const mistakes = errors
    .filter((one) => one.rank === first || (one.rank === MISSING && isAlone(one.error, errors)))
    .map(({ error }) => new InputError(sentence?.(error) ?? explain(error), positionOf(source, error)));
  throw inputErrorOf(mistakes) ?? new Error(`${source.file} is refused without a reason.`);
}

/**
 * A key is often missing because it was misspelt: what is there and wrong is told before what is not there. That no form
 * of several is met only repeats what is wrong in one of them.
 */
const RANKS: Readonly<Record<string, number>> = { required: 1, if: 2, anyOf: 3, oneOf: 3 };
const MISSING = 1;

/** Nothing else is wrong where the key is missing, so that no misspelt key stands for it. */
const isAlone = (
  { instancePath }: ErrorObject,
  errors: readonly { readonly error: ErrorObject; readonly rank: number }[],
): boolean => errors.every(({ error, rank }) => rank >= MISSING || error.instancePath !== instancePath);

/** What is said in Swedish alone reads so in English too: nobody has to write a language that the reader does not need. */
function inBothLanguages<T>(content: T): T {
  if (Array.isArray(content)) return content.map(inBothLanguages) as T;
  if (typeof content !== 'object' || content === null) return content;
  const entries = Object.entries(content).map(([key, value]) => [key, inBothLanguages(value)]);
  const both = Object.fromEntries(entries);
  return typeof both.sv === 'string' && both.en === undefined ? { ...both, en: both.sv } : both;
}

function positionOf(source: YamlSource, error: ErrorObject): InputPosition {
  const path = pathOf(error.instancePath);
  return error.keyword === 'additionalProperties'
    ? source.positionOfKey([...path, String(error.params.additionalProperty)])
    : source.positionOf(path);
}

const pathOf = (instancePath: string): YamlPath =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
