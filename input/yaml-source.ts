import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { InputError, type InputPosition } from '../domain/input-error.ts';

/** The way to a value in a YAML file: keys and list positions. */
export type YamlPath = readonly (string | number)[];

/** A YAML file that was read, with a memory of where everything stands in it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly content: unknown;
  /** Where the value stands; where it is missing, where it should have been. */
  positionOf(path: YamlPath): InputPosition;
  /** Where the last key of the path stands. */
  positionOfKey(path: YamlPath): InputPosition;
}

/** Reads a YAML file; a file that cannot be read, or is no YAML, is an {@link InputError}. */
export function readYaml(file: string): YamlSource {
  const shown = shownAs(file);
  return parseYaml(shown, readText(file, shown));
}

/** As `readYaml`, of a text that lies in no file; `shown` is what messages call it. */
export function parseYaml(shown: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): InputPosition => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new InputError(`Det här är inte YAML (${problem.message}); rätta raden.`, at(problem.pos[0]));
  }
  const find = (yamlPath: YamlPath): Found => walk(document, yamlPath);
  return {
    file: shown,
    text,
    content: document.toJS(),
    positionOf: (yamlPath) => at(startOf(find(yamlPath).value)),
    positionOfKey: (yamlPath) => at(startOf(find(yamlPath).key)),
  };
}

/** From where the user stands, when the file is below that. */
function shownAs(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? file : relative).replaceAll(path.sep, '/');
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError(
      `Filen ${shown} går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}

interface Found {
  readonly key: Node | null;
  readonly value: Node | null;
}

/** As far along the path as the file goes; what is said by a name (`*list`) stands where it was given one. */
function walk(document: Document, yamlPath: YamlPath): Found {
  const root = document.contents;
  let found: Found = { key: root, value: root };
  for (const step of yamlPath) {
    const { value } = found;
    const next = childOf(isAlias(value) ? (value.resolve(document) ?? null) : value, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function childOf(parent: Node | null, step: string | number): Found | undefined {
  if (isSeq(parent)) {
    const item = parent.items[Number(step)];
    return isNode(item) ? { key: item, value: item } : undefined;
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key };
}

const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;
