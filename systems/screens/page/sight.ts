import type { YamlPath } from '../../../input/yaml-source.ts';
import type { Look, Whole } from '../screens.ts';
import { type InPage, textFor, titleOf, until } from './in-page.ts';
import { escaped, isShown } from './part.ts';
import { cellsFor, type Row, saysSo, type Table, tableWith } from './table.ts';

/** What a page shows of what is looked for. */
export interface Sight {
  /** The rows that are meant, and those of them that say what they must; none where a part is looked for. */
  readonly meant: readonly Row[];
  readonly right: readonly Row[];
  /** Whether the part that is looked for is there. */
  readonly shown: boolean;
  /** Why the page may have more than this; what is not seen is then not known not to be there. */
  readonly doubt?: string;
}

type Sought = Pick<Look, 'rows' | 'cells' | 'shows' | 'absent' | 'whole'> & { readonly keep?: string };

/**
 * Looks at a page until it is wholly there, as long as a page is waited for, and tells what it shows.
 * @param path of what is looked for
 */
export async function sightOf(at: InPage, sought: Sought, path: YamlPath): Promise<Sight> {
  let last: Sight | undefined;
  const whole = await until(at, at.patience.present, async () => {
    last = await lookOnce(at, sought, path);
    return last.doubt === undefined ? last : undefined;
  });
  if (whole !== undefined) return whole;
  if (last === undefined) throw new Error('A page was never looked at.');
  return last;
}

async function lookOnce(at: InPage, sought: Sought, path: YamlPath): Promise<Sight> {
  const { rows, cells = {}, keep, shows, absent, whole } = sought;
  const part = shows ?? absent;
  if (part !== undefined) {
    const doubt = await doubtAbout(at, whole, undefined, path);
    const shown = await isShown(at, part, [...path, shows === undefined ? 'absent' : 'shows']);
    return { meant: [], right: [], shown, ...(doubt === undefined ? {} : { doubt }) };
  }
  const headings = [...Object.keys(rows ?? {}), ...Object.keys(cells), ...(keep === undefined ? [] : [keep])];
  const table = await tableWith(at, headings, [...path, 'rows']);
  const doubt = await doubtAbout(at, whole, { headings, table }, path);
  const wanted = cellsFor(at, rows ?? {}, [...path, 'rows']);
  const must = cellsFor(at, cells, [...path, 'cells']);
  const meant = (table?.rows ?? []).filter((row) => saysSo(row, wanted));
  const right = meant.filter((row) => saysSo(row, must));
  return { meant, right, shown: false, ...(doubt === undefined ? {} : { doubt }) };
}

interface Listed {
  readonly headings: readonly string[];
  readonly table: Table | undefined;
}

/** Why it cannot be told that this is all that there is; undefined when it can. */
async function doubtAbout(
  at: InPage,
  { seen, counts, empty }: Whole,
  listed: Listed | undefined,
  path: YamlPath,
): Promise<string | undefined> {
  const title = await titleOf(at);
  if (seen !== undefined && !(await isShown(at, seen, [...path, 'whole', 'seen']))) {
    const what = textFor(at, seen.name ?? seen.label ?? seen.text ?? seen.role ?? '', [
      ...path,
      'whole',
      'seen',
    ]);
    return `Sidan ”${title}” visar inte ”${what}”, som säger att den är hel.`;
  }
  if (listed === undefined) return undefined;
  const { headings, table } = listed;
  const said = counts === undefined ? undefined : await countsOn(at, counts);
  if (counts !== undefined) {
    const [count, ...others] = said ?? [];
    if (count === undefined)
      return `Sidan ”${title}” säger inte hur många rader det finns, som ”${counts[0]}”.`;
    if (others.length > 0)
      return `Sidan ”${title}” säger olika antal rader: ${[count, ...others].join(', ')}.`;
    const shown = table?.rows.length ?? 0;
    return count === shown ? undefined : `Sidan ”${title}” säger ${count} rader och visar ${shown}.`;
  }
  if (empty !== undefined && (await isShown(at, empty, [...path, 'whole', 'empty']))) {
    return (table?.rows.length ?? 0) === 0
      ? undefined
      : `Sidan ”${title}” säger att inget finns, och visar rader.`;
  }
  if (table === undefined) return `Sidan ”${title}” har ingen tabell med rubrikerna ${headings.join(', ')}.`;
  if (table.odd > 0) return `Tabellen på sidan ”${title}” har ${table.odd} rader som inte följer rubrikerna.`;
  return undefined;
}

/** The numbers of rows that the page says there are, each once. */
async function countsOn({ page }: InPage, counts: readonly string[]): Promise<number[]> {
  const found = new Set<number>();
  for (const count of counts) {
    const pattern = withNumber(count);
    for (const words of await page.getByText(pattern).filter({ visible: true }).allInnerTexts()) {
      const [, number] = pattern.exec(words) ?? [];
      if (number !== undefined) found.add(Number(number));
    }
  }
  return [...found];
}

/** '{count} orders' as an expression with the number; never the last digits of a longer one. */
function withNumber(count: string): RegExp {
  const [before = '', after = ''] = count.split('{count}').map(escaped);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${before}${before === '' ? '' : '\\s*'}(?<!\\d[\\s.,\\u00a0\\u202f]?)(\\d+)(?![\\d\\u00a0\\u202f])${after === '' ? '' : '\\s*'}${after}(?![\\p{L}\\p{N}])`,
    'u',
  );
}
