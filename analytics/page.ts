import { both, LANGUAGES, number, same } from '../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../pages/markup.ts';
import { page, section } from '../pages/page.ts';
import { table } from '../pages/table.ts';
import { pictureOf } from './picture.ts';
import type { Query } from './queries.ts';
import type { Answer } from './warehouse.ts';
import type { WrittenTable } from './write-tables.ts';

/** A query with what it was answered. */
export interface Answered {
  readonly query: Query;
  readonly answer: Answer;
}

const WORDS = {
  kind: both('Underlag för beslut', 'Data for decisions'),
  heading: both('Tio frågor till underlaget', 'Ten questions to the data'),
  tables: both('Tabellerna', 'The tables'),
  table: both('Tabell', 'Table'),
  rows: both('Rader', 'Rows'),
  nothing: both('Inget svar: tabellerna har inget om det.', 'No answer: the tables hold nothing about it.'),
  sql: both('Frågan i SQL, och svaret i tal', 'The query in SQL, and the answer in figures'),
} as const;

/** Two widths, since a picture that is scaled down cannot be read on a telephone. */
const WIDTHS = { wide: 900, narrow: 340 } as const;

/** What an export holds, answered ten times. */
export const analyticsPage = (answered: readonly Answered[], tables: readonly WrittenTable[]): string =>
  page({
    tab: WORDS.heading.sv,
    kind: WORDS.kind,
    heading: WORDS.heading,
    facts: [both(`${tables.length} tabeller som Parquet`, `${tables.length} tables as Parquet`)],
    body: html`${answered.map(answerSection)}
${section('tables', WORDS.tables, tablesTable(tables))}`,
  });

const answerSection = ({ query, answer }: Answered): Markup =>
  section(
    query.id,
    query.question,
    html`${answer.rows.length === 0 ? html`<p>${bi(WORDS.nothing)}</p>` : pictures(query, answer)}
<details><summary>${bi(WORDS.sql)}</summary>
<pre class="card"><code>${query.sql}</code></pre>
${answer.rows.length === 0 ? '' : answerTable(query, answer)}</details>`,
  );

const pictures = (query: Query, answer: Answer): Markup =>
  html`<figure class="chart">${LANGUAGES.flatMap((language) =>
    Object.entries(WIDTHS).map(
      ([size, width]) =>
        html`<div class="${language} ${size}">${raw(pictureOf(query, answer, { language, width }))}</div>`,
    ),
  )}</figure>`;

const answerTable = ({ question }: Query, { columns, rows }: Answer): Markup =>
  table(
    question,
    columns.map((name) => ({ head: same(name), numeric: typeof rows[0]?.[name] === 'number' })),
    rows.map((row) => columns.map((name) => html`${String(row[name] ?? '–')}`)),
  );

const tablesTable = (tables: readonly WrittenTable[]): Markup =>
  table(
    WORDS.tables,
    [{ head: WORDS.table }, { head: WORDS.rows, numeric: true }],
    tables.map(({ name, rows }) => [html`<code>${name}.parquet</code>`, bi(number(rows))]),
  );
