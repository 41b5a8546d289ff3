import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import { InputError, type InputPosition } from '../domain/input-error.ts';
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

/** The content as the schema says it is; else an {@link InputError} for the first thing that is wrong in the file. */
export function checkSchema<T>(source: YamlSource, schema: SchemaObject, wording: Wording = {}): T {
  const { isFirst, sentence } = wording;
  const validate = ajv.compile<T>(schema);
  const { content } = source;
  if (validate(content)) return content;
  const rank = (error: ErrorObject): number => (isFirst?.(error) === true ? -1 : (RANKS[error.keyword] ?? 0));
  const [first] = (validate.errors ?? [])
    .map((error) => ({ error, position: positionOf(source, error) }))
    .sort((a, b) => rank(a.error) - rank(b.error) || order(a.position) - order(b.position));
  if (first === undefined) throw new Error(`${source.file} is refused without a reason.`);
  throw new InputError(sentence?.(first.error) ?? explain(first.error), first.position);
}

/**
 * A key is often missing because it was misspelt: what is there and wrong is told before what is not there. That no form
 * of several is met only repeats what is wrong in one of them.
 */
const RANKS: Readonly<Record<string, number>> = { required: 1, if: 2, anyOf: 3, oneOf: 3 };

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

const order = ({ line = 0, column = 0 }: InputPosition): number => line * 10_000 + column;
