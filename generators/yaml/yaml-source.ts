import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { InputError, type InputPosition } from '../../domain/input-error.ts';

/** Keys and list positions that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A YAML file with a memory of where everything stands in it. */
export interface YamlSource {
  readonly file: string;
  readonly content: unknown;
  /** Where the value stands; where it is missing, where it should have been. */
  positionOf(path: YamlPath): InputPosition;
}

/** Reads a YAML file; one that cannot be read, or is no YAML, is an {@link InputError}. */
export function readYaml(file: string): YamlSource {
  return parseYaml(shownAs(file), readText(file));
}

export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): InputPosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new InputError(`Det här är inte YAML (${problem.message}); rätta raden.`, at(problem.pos[0]));
  }
  return {
    file,
    content: document.toJS(),
    positionOf: (way) => at(walk(document.contents, way)?.range?.[0] ?? 0),
  };
}

/** The content as the schema says it is; else an {@link InputError} for what is wrong deepest in the file. */
export function checked<T>(source: YamlSource, validate: ValidateFunction<T>): T {
  const { content } = source;
  if (validate(content)) return content;
  const depth = (pointer: string): number => pointer.split('/').length;
  const [worst] = (validate.errors ?? []).toSorted(
    (a, b) =>
      depth(b.instancePath) - depth(a.instancePath) ||
      KEYWORDS.indexOf(b.keyword) - KEYWORDS.indexOf(a.keyword),
  );
  const way = (worst?.instancePath ?? '').split('/').slice(1).map(unescapePointer);
  const extra = worst?.params.additionalProperty;
  const where = typeof extra === 'string' ? [...way, extra] : way;
  const wanted: unknown = worst?.parentSchema?.description;
  const name = where.length === 0 ? 'Filen' : `"${where.join('.')}"`;
  const hint = typeof wanted === 'string' && extra === undefined ? ` Här väntas: ${wanted}.` : '';
  const problem =
    typeof extra === 'string' ? 'är ingen nyckel som finns' : `stämmer inte: ${worst?.message ?? 'fel form'}`;
  throw new InputError(`${name} ${problem}.${hint}`, source.positionOf(where));
}

/** What says least comes first. */
const KEYWORDS = ['oneOf', 'anyOf', 'if', 'required'];

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** As far along the way as the file goes: where a key leads to the value, the key. */
function walk(root: Node | null, way: YamlPath): Node | null {
  let found: Found = { here: root, value: root };
  for (const step of way) {
    const next = childOf(found.value, step);
    if (next === undefined) break;
    found = next;
  }
  return found.here;
}

interface Found {
  /** What an editor should jump to. */
  readonly here: Node | null;
  readonly value: Node | null;
}

function childOf(parent: Node | null, step: string | number): Found | undefined {
  if (isSeq(parent)) {
    const item = parent.items[Number(step)];
    return isNode(item) ? { here: item, value: item } : undefined;
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { here: pair.key, value: isNode(pair.value) ? pair.value : null };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError(
      `Filen ${shownAs(file)} går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}

/** From where the user stands, when the file is below that. */
function shownAs(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? file : relative).replaceAll(path.sep, '/');
}
