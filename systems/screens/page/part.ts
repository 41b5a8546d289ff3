import type { Locator } from 'playwright';
import type { Milliseconds } from '../../../domain/time.ts';
import { didYouMean } from '../../../input/suggest.ts';
import type { YamlPath } from '../../../input/yaml-source.ts';
import { SystemError } from '../../care-system.ts';
import type { Part, PartRole, Scope } from '../screens.ts';
import { type InPage, lineOf, textFor, titleOf, until } from './in-page.ts';
import { rowLike } from './table.ts';

/** The part of the page, once there is exactly one; a sentence for a person when there is none, or several. */
export async function partOn(
  at: InPage,
  part: Part,
  path: YamlPath,
  patience: Milliseconds = at.patience.present,
): Promise<Locator> {
  let count = 0;
  const found = await until(at, patience, async () => {
    const located = await locate(at, part, path);
    count = (await located?.count()) ?? 0;
    return count === 1 ? located : undefined;
  });
  if (found !== undefined) return found;
  throw count === 0 ? await missing(at, part, path) : await severalOf(at, part, path, count);
}

/** Whether the page shows it now. */
export async function isShown(at: InPage, part: Part, path: YamlPath): Promise<boolean> {
  return ((await (await locate(at, part, path))?.count()) ?? 0) > 0;
}

/** Which of some parts the page shows first; undefined when it shows none in time. */
export const firstShown = <K extends string>(
  at: InPage,
  parts: Readonly<Partial<Record<K, { readonly part: Part; readonly path: YamlPath }>>>,
  patience: Milliseconds,
): Promise<K | undefined> =>
  until(at, patience, async () => {
    for (const key of Object.keys(parts) as K[]) {
      const named = parts[key];
      if (named !== undefined && (await isShown(at, named.part, named.path))) return key;
    }
    return undefined;
  });

/** What a part says, in the page's own words. */
export async function wordsOf(at: InPage, part: Part, path: YamlPath): Promise<string> {
  const [words = ''] = (await (await locate(at, part, path))?.allInnerTexts()) ?? [];
  return words.trim();
}

/** Everything on the page that is told so; undefined where what it stands in is not there. */
async function locate(at: InPage, part: Part, path: YamlPath): Promise<Locator | undefined> {
  const within =
    part.in === undefined ? at.page.locator(':root') : await scopeOf(at, part.in, [...path, 'in']);
  if (within === undefined) return undefined;
  const said = (key: 'name' | 'label' | 'text'): string | undefined => {
    const text = part[key];
    return text === undefined ? undefined : textFor(at, text, [...path, key]);
  };
  const label = said('label');
  const text = said('text');
  const name = said('name');
  if (label !== undefined) return fieldOf(within, label);
  if (text !== undefined) return within.getByText(wholeWords(text)).filter({ visible: true });
  return byRole(within, part.role ?? 'main', name);
}

/** By its label alone, or by what it is called: a label that holds its own list of choices is more than its words. */
const fieldOf = (within: Locator, label: string): Locator =>
  FIELDS.map((role) => within.getByRole(role, { name: label, exact: true }))
    .reduce((all, each) => all.or(each), within.getByLabel(label, { exact: true }))
    .filter({ visible: true });

/** A place for messages that says nothing is none. */
function byRole(within: Locator, role: PartRole, name: string | undefined): Locator {
  if (name !== undefined) return within.getByRole(role, { name, exact: true });
  const parts = within.getByRole(role);
  return role === 'alert' || role === 'status' ? parts.filter({ hasText: /\S/ }) : parts;
}

async function scopeOf(at: InPage, scope: Scope, path: YamlPath): Promise<Locator | undefined> {
  const { role, name, row } = scope;
  if (row === undefined) {
    return byRole(
      at.page.locator(':root'),
      role ?? 'main',
      name === undefined ? undefined : textFor(at, name, [...path, 'name']),
    );
  }
  return rowLike(at, row, [...path, 'row']);
}

/** Words that are no part of longer ones: '1 order' is not in '11 orders'. */
const wholeWords = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'u');

export const escaped = (text: string): string =>
  text
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);

/** What a role is called, as nothing of it. */
const NONE_OF: Readonly<Partial<Record<PartRole, string>>> = {
  alert: 'inget meddelande',
  button: 'ingen knapp',
  checkbox: 'ingen kryssruta',
  combobox: 'ingen lista',
  dialog: 'ingen dialogruta',
  form: 'inget formulär',
  heading: 'ingen rubrik',
  link: 'ingen länk',
  navigation: 'ingen meny',
  radio: 'inget val',
  region: 'ingen del',
  searchbox: 'inget sökfält',
  tab: 'ingen flik',
  table: 'ingen tabell',
  textbox: 'inget fält',
};

/** The roles of what has a label. */
const FIELDS: readonly PartRole[] = [
  ...(['textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio', 'spinbutton', 'switch'] as const),
];
const MOST_NAMES = 12;

async function missing(at: InPage, part: Part, path: YamlPath): Promise<SystemError> {
  const { role, label, text } = part;
  const name = part.name === undefined ? undefined : textFor(at, part.name, path);
  const where = `${lineOf(at, path)}: Sidan ”${await titleOf(at)}” har`;
  const there = await namesOn(at, role === undefined ? (text === undefined ? FIELDS : ['heading']) : [role]);
  const others =
    there.length === 0
      ? 'Något sådant finns inte där alls.'
      : `${text === undefined ? 'Där finns' : 'Rubrikerna är'} ${there
          .slice(0, MOST_NAMES)
          .map((each) => `”${each}”`)
          .join(', ')}${there.length > MOST_NAMES ? ` och ${there.length - MOST_NAMES} till` : ''}.`;
  const sought = name ?? label ?? '';
  const near =
    sought === '' || text !== undefined
      ? ''
      : didYouMean(textFor(at, sought, path), there).replaceAll('"', '”');
  return new SystemError(
    'broken-answer',
    `${where} ${soughtWords(at, part, path)}${near || '.'} ${others}${inWhat(at, part, path)}`,
  );
}

function soughtWords(at: InPage, { role, name, label, text }: Part, path: YamlPath): string {
  if (label !== undefined) return `inget fält med etiketten ”${textFor(at, label, path)}”`;
  if (text !== undefined) return `inte orden ”${textFor(at, text, path)}”`;
  const nothing = role === undefined ? 'ingenting' : `${NONE_OF[role] ?? 'ingen del'} (${role})`;
  return name === undefined ? nothing : `${nothing} som heter ”${textFor(at, name, path)}”`;
}

const inWhat = (at: InPage, part: Part, path: YamlPath): string => {
  if (part.in === undefined) return '';
  const { role, name, row } = part.in;
  const what =
    row === undefined
      ? `${role} ”${name === undefined ? '' : textFor(at, name, path)}”`
      : `raden med ${Object.entries(row)
          .map(([heading, cell]) => `${heading} ”${textFor(at, cell, path)}”`)
          .join(', ')}`;
  return ` Det ska stå i ${what}.`;
};

async function severalOf(at: InPage, part: Part, path: YamlPath, count: number): Promise<SystemError> {
  const what = part.text ?? part.label ?? part.name ?? part.role ?? '';
  return new SystemError(
    'broken-answer',
    `${lineOf(at, path)}: Sidan ”${await titleOf(at)}” har ${count} som heter ”${textFor(at, what, path)}”; säg vilken med in: { role, name } eller in: { row }.`,
  );
}

/** What is called something on the page and has one of some roles, in the page's order. */
async function namesOn({ page }: InPage, roles: readonly string[]): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot();
  const names = snapshot.split('\n').flatMap((line) => {
    const [, role = '', name = ''] = NAMED.exec(line) ?? [];
    return roles.includes(role) && name !== '' ? [name.replaceAll(/\\(.)/g, '$1')] : [];
  });
  return [...new Set(names)];
}

/** '- button "Save":', or `- 'button "Theme: auto"'` */
const NAMED = /^\s*- '?([a-z]+) "((?:[^"\\]|\\.)*)"/;
