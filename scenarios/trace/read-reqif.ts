import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { strFromU8, unzipSync } from 'fflate';
import { XmlCDataNode, XmlDocument, XmlElement, XmlTextNode } from 'xmldoc';
import { InputError } from '../../domain/input-error.ts';
import type { ListTable } from './read-list.ts';

/**
 * A ReqIF file (OMG Requirements Interchange Format 1.2), or a .reqifz with one in it, as a table: a row a SPEC-OBJECT that has
 * any value, a column an attribute by its LONG-NAME. What is formatted (XHTML) is read as its words, an enumeration as the
 * LONG-NAME of its values. Pictures, relations and the tree of the specification are not read.
 * @throws InputError for what is no ReqIF, with file and line
 */
export function readReqif(file: string): ListTable {
  const relative = path.relative(process.cwd(), file);
  const shown = (relative.startsWith('..') ? file : relative).replaceAll(path.sep, '/');
  const root = parse(textOf(file, shown), shown);
  const content = contentOf(root);
  if (content === undefined) {
    throw new InputError('Filen är inte ReqIF: den har inget CORE-CONTENT med REQ-IF-CONTENT.', {
      file: shown,
      line: lineOf(root),
    });
  }
  const names = longNames(content);
  const objects = childrenOf(content, 'SPEC-OBJECTS').flatMap((list) => childrenOf(list, 'SPEC-OBJECT'));
  const records = objects.map((object) => ({
    line: lineOf(object),
    values: new Map(
      childrenOf(object, 'VALUES')
        .flatMap((values) => elementsOf(values))
        .map((value) => attributeOf(value, names, shown)),
    ),
  }));
  const heads = [...new Set(records.flatMap(({ values }) => [...values.keys()]))];
  const rows = records
    .filter(({ values }) => [...values.values()].some((value) => value !== ''))
    .map(({ line, values }) => ({
      cells: heads.map((head) => values.get(head) ?? ''),
      position: { file: shown, line },
    }));
  if (rows.length === 0)
    throw new InputError('Filen har inga krav (SPEC-OBJECT med värden).', { file: shown });
  return { file: shown, heads, rows };
}

function textOf(file: string, shown: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new InputError(
      `Filen ${shown} går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
  if (!file.endsWith('.reqifz')) return strFromU8(bytes);
  const [inside, another] = Object.entries(archive(bytes, shown)).filter(([name]) => name.endsWith('.reqif'));
  if (inside === undefined || another !== undefined) {
    throw new InputError(`I ${shown} ska det ligga en fil .reqif, och bara en; packa om den.`);
  }
  return strFromU8(inside[1]);
}

function archive(bytes: Uint8Array, shown: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name.endsWith('.reqif') });
  } catch (cause) {
    throw new InputError(
      `Filen ${shown} är inget arkiv (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}

function parse(text: string, shown: string): XmlElement {
  try {
    return new XmlDocument(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const [message = '', line = ''] = String(cause instanceof Error ? cause.message : cause).split('\n');
    const number = Number(/Line: (\d+)/.exec(line)?.[1] ?? 0) + 1;
    throw new InputError(`Det här är inte XML (${message}); exportera listan på nytt.`, {
      file: shown,
      line: number,
    });
  }
}

/** Names without what stands before a colon: tools write the elements of ReqIF with and without a prefix. */
const localName = ({ name }: XmlElement): string => name.split(':').at(-1) ?? name;

const elementsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => child instanceof XmlElement);

const childrenOf = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).filter((child) => localName(child) === name);

const contentOf = (root: XmlElement): XmlElement | undefined =>
  childrenOf(root, 'CORE-CONTENT').flatMap((core) => childrenOf(core, 'REQ-IF-CONTENT'))[0];

/** What attributes and values of enumerations are called, by their identifiers. */
function longNames(content: XmlElement): ReadonlyMap<string, string> {
  const named = (element: XmlElement): [string, string][] => {
    const { IDENTIFIER: id, 'LONG-NAME': name } = element.attr;
    const own: [string, string][] = id === undefined ? [] : [[id, name ?? id]];
    return [...own, ...elementsOf(element).flatMap(named)];
  };
  const places = ['DATATYPES', 'SPEC-TYPES'].flatMap((place) => childrenOf(content, place));
  return new Map(places.flatMap(named));
}

/** A value by the name of its attribute. */
function attributeOf(value: XmlElement, names: ReadonlyMap<string, string>, shown: string): [string, string] {
  const [ref] = childrenOf(value, 'DEFINITION').flatMap(elementsOf);
  const id = ref?.val.trim() ?? '';
  const name = names.get(id);
  if (name === undefined) {
    throw new InputError(
      `Värdet hör till attributet "${id}", som filen inte beskriver; exportera listan på nytt.`,
      {
        file: shown,
        line: lineOf(value),
      },
    );
  }
  return [name, told(value, names)];
}

function told(value: XmlElement, names: ReadonlyMap<string, string>): string {
  const written = value.attr['THE-VALUE'];
  if (written !== undefined) return written.trim();
  const formatted = childrenOf(value, 'THE-VALUE')[0];
  if (formatted !== undefined) return wordsOf(formatted).replace(/\s+/g, ' ').trim();
  const chosen = childrenOf(value, 'VALUES').flatMap(elementsOf);
  return chosen.map((ref) => names.get(ref.val.trim()) ?? ref.val.trim()).join(', ');
}

/** The words of something formatted, blocks told apart. */
const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (child instanceof XmlTextNode) return child.text;
      if (child instanceof XmlCDataNode) return child.cdata;
      if (!(child instanceof XmlElement)) return '';
      return `${BLOCKS.has(localName(child)) ? ' ' : ''}${wordsOf(child)}`;
    })
    .join('');

/** The parser counts from none. */
const lineOf = ({ line }: XmlElement): number => (line ?? 0) + 1;

const BLOCKS: ReadonlySet<string> = new Set(['div', 'p', 'br', 'li', 'ul', 'ol', 'table', 'tr', 'td', 'th']);
