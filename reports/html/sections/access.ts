import { ACTS, type Expected, THINGS } from '../../../domain/access-evidence.ts';
import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge, VERDICT_TEXTS } from '../../../pages/verdict.ts';
import type { AccessResult, CellResult, Square } from '../../access/measure-access.ts';
import { conditionsOf, DEPENDS, EXPECTED, WAYS, WHATS } from '../../access/words.ts';
import type { Readiness } from '../../readiness.ts';

const TITLE = both('Åtkomst: vem som ser och gör vad', 'Access: who sees and does what');
const LEAD = both(
  'Varje ruta är prövad åt båda håll: den som ska få ska få, den som inte får ska inte få, på alla vägar dit. ”Beror på” är där svaret ' +
    'hänger på samtycke eller spärr. Reglerna är skrivna för en jurist att läsa; de som bygger på ett antagande säger det.',
  'Every square was tried both ways: who must be let must be, who must not must not, by every way there. ‘Depends’ is where the answer ' +
    'hangs on consent or block. The rules are written for a lawyer to read; those that rest on an assumption say so.',
);

const TEXTS = {
  reading: both('Läsa', 'Reading'),
  doing: both('Göra', 'Doing'),
  who: both('Vem', 'Who'),
  shown: both('Visades eller gjordes, men får inte', 'Shown or done, but must not be'),
  refused: both('Nekades, men ska fås', 'Refused, but must be let'),
  open: both('Kunde inte prövas', 'Could not be tried'),
  what: both('Vad', 'What'),
  way: both('Hur', 'How'),
  conditions: both('När', 'When'),
  rules: both('Regler', 'Rules'),
  rule: both('Regel', 'Rule'),
  expected: both('Utfall som väntas', 'Expected'),
  source: both('Lagrum', 'Law'),
  decided: both('Rutor', 'Cells'),
  observed: both('Sett', 'Seen'),
  relations: both('Samband som gäller vilka reglerna än är', 'What holds whatever the rules are'),
  relation: both('Samband', 'Relation'),
  tried: both('Prövat', 'Tried'),
  broken: both('Brutet', 'Broken'),
  verdict: both('Utfall', 'Verdict'),
  log: both('Loggen', 'The log'),
  check: both('Kontroll', 'Check'),
  found: both('Funnet', 'Found'),
  nothing: both('ingen regel tillåter det', 'no rule permits it'),
  recall: both('Genreps åtkomster som står i loggen', 'Accesses of Genrep that stand in the log'),
  precision: both(
    'Loggens rader om Genreps konton som är förklarade',
    'Entries about Genrep’s accounts that are explained',
  ),
} as const;

/** What a matrix of access came to; nothing where none was tried. */
export function accessSection({ access }: Pick<Readiness, 'access'>): Part | undefined {
  if (access === undefined) return undefined;
  const { opened, counts, shown, refused, open } = access;
  const wrong = shown.length + refused.length;
  const { tried, all } = opened.cells;
  return {
    id: 'access',
    title: TITLE,
    told: both(`${wrong} fel i ${tried} prövade rutor`, `${wrong} wrong in ${tried} cells tried`),
    lead: LEAD,
    isOpen: true,
    body: html`<p>${bi(opened.title)} <code class="id">${opened.rules}</code>, ${bi(both(`${number(tried).sv} av ${number(all).sv} rutor prövade, ${number(counts.pass).sv} rätt`, `${number(tried).en} of ${number(all).en} cells tried, ${number(counts.pass).en} right`))}.</p>
${wrongTable(TEXTS.shown, shown, access)}
${wrongTable(TEXTS.refused, refused, access)}
<p class="muted">${bi(LEGEND)}</p>
<h3>${bi(TEXTS.reading)}</h3>${matrix(TEXTS.reading, THINGS, access)}
<h3>${bi(TEXTS.doing)}</h3>${matrix(TEXTS.doing, ACTS, access)}
<h3>${bi(TEXTS.relations)}</h3>${relationTable(access)}
<h3>${bi(TEXTS.log)}</h3>${logTable(access)}
${open.length === 0 ? '' : html`<details><summary>${bi(TEXTS.open)}: ${counts['not-covered'] + counts.error}</summary>${openTable(access)}</details>`}
<details><summary>${bi(TEXTS.rules)}: ${opened.stated.length}</summary>${ruleTable(access)}</details>`,
  };
}

/** One mark a square, so that all of it is seen at once on a telephone too; what the marks mean stands above. */
function matrix(
  caption: Bilingual,
  whats: readonly Square['what'][],
  { opened, squares }: AccessResult,
): Markup {
  const byPlace = new Map(squares.map((square) => [`${square.who} ${square.what}`, square]));
  const headings = whats.map((what) => html`<th scope="col"><div>${bi(WHATS[what])}</div></th>`);
  const rows = opened.standings.map(
    ({ id, sv, en }) =>
      html`<tr><th scope="row">${bi(both(sv, en))}</th>${whats.map((what) => squareMarkup(byPlace.get(`${id} ${what}`)))}</tr>\n`,
  );
  return html`<table class="access-matrix"><caption class="hidden">${bi(caption)}</caption>
<thead><tr><td></td>${headings}</tr></thead>
<tbody>
${rows}</tbody></table>`;
}

const MARKS: Readonly<Record<Expected | 'depends', string>> = {
  must: '●',
  may: '○',
  'must-not': '–',
  depends: '◐',
};

const LEGEND = both(
  '● ska få · ○ får · – får inte · ◐ beror på samtycke eller spärr. ✗ något var fel. ? kunde inte prövas eller svarade med fel.',
  '● must · ○ may · – must not · ◐ depends on consent or block. ✗ something was wrong. ? could not be tried, or was answered by an error.',
);

function squareMarkup(square: Square | undefined): Markup {
  if (square === undefined) return html`<td></td>`;
  const { expected, verdict } = square;
  const [first] = expected;
  const only = first !== undefined && expected.length === 1 ? first : 'depends';
  const mark = verdict === 'pass' ? MARKS[only] : verdict === 'fail' ? '✗' : '?';
  return html`<td class="${verdict}"><span aria-hidden="true">${mark}</span><span class="unseen">${bi(wordFor(expected))}: ${bi(VERDICT_TEXTS[verdict])}</span></td>`;
}

const wordFor = (expected: readonly Expected[]): Bilingual => {
  const [first] = expected;
  return first !== undefined && expected.length === 1 ? EXPECTED[first] : DEPENDS;
};

const wrongTable = (caption: Bilingual, cells: readonly CellResult[], { opened }: AccessResult): Markup => {
  if (cells.length === 0) return html``;
  const names = new Map(opened.standings.map((standing) => [standing.id, standing]));
  const sources = new Map(opened.stated.map((rule) => [rule.id, rule]));
  return html`<h3>${bi(caption)}: ${cells.length}</h3>${table(
    caption,
    [
      { head: TEXTS.who },
      { head: TEXTS.what },
      { head: TEXTS.way },
      { head: TEXTS.conditions },
      { head: TEXTS.observed },
      { head: TEXTS.rule },
    ],
    cells.map(({ cell, observed, rules }) => [
      html`<strong>${bi(names.get(cell.who) ?? both(cell.who, cell.who))}</strong>`,
      bi(WHATS[cell.what]),
      bi(WAYS[cell.way]),
      bi(conditionsOf(cell)),
      html`<span class="muted">${observed}</span>`,
      rules.length === 0
        ? bi(TEXTS.nothing)
        : html`${rules.map((id) => html`${bi(sources.get(id) ?? both(id, id))} <span class="muted">${sources.get(id)?.source}</span> `)}`,
    ]),
  )}`;
};

const openTable = ({ open, opened }: AccessResult): Markup => {
  const names = new Map(opened.standings.map((standing) => [standing.id, standing]));
  return table(
    TEXTS.open,
    [{ head: TEXTS.observed }, { head: TEXTS.who }, { head: TEXTS.what }, { head: TEXTS.verdict }],
    open.map(({ cell, observed, verdict }) => [
      html`${observed}`,
      bi(names.get(cell.who) ?? both(cell.who, cell.who)),
      bi(WHATS[cell.what]),
      badge(verdict),
    ]),
  );
};

const relationTable = ({ relations }: AccessResult): Markup =>
  table(
    TEXTS.relations,
    [
      { head: TEXTS.relation },
      { head: TEXTS.tried, numeric: true },
      { head: TEXTS.broken, numeric: true },
      { head: TEXTS.observed },
      { head: TEXTS.verdict },
    ],
    relations.map(({ sv, en, tried, broken, observed = '', verdict }) => [
      bi(both(sv, en)),
      html`${tried}`,
      html`${broken}`,
      html`<span class="muted">${observed}</span>`,
      badge(verdict),
    ]),
  );

function logTable({ log, followUps }: AccessResult): Markup {
  const ofMany = (found: number, all: number) => bi(both(`${found} av ${all}`, `${found} of ${all}`));
  const rows: Markup[][] = [
    ...(log === undefined
      ? []
      : [
          [
            bi(TEXTS.recall),
            ofMany(log.found, log.done),
            html`<span class="muted">${log.reason ?? log.examples.join('; ')}</span>`,
            badge(log.verdict),
          ],
          [bi(TEXTS.precision), ofMany(log.explained, log.entries), html``, badge(log.verdict)],
        ]),
    ...followUps.map(({ sv, en, planted, found, false: wrongly, reason, verdict }) => [
      bi(both(sv, en)),
      ofMany(found, planted),
      html`<span class="muted">${reason ?? ''}${wrongly === 0 ? '' : bi(both(`${wrongly} fel utpekade`, `${wrongly} wrongly pointed out`))}</span>`,
      badge(verdict),
    ]),
  ];
  return table(
    TEXTS.log,
    [{ head: TEXTS.check }, { head: TEXTS.found }, { head: TEXTS.observed }, { head: TEXTS.verdict }],
    rows,
  );
}

const ruleTable = ({ opened, byRule }: AccessResult): Markup =>
  table(
    TEXTS.rules,
    [
      { head: TEXTS.rule },
      { head: TEXTS.expected },
      { head: TEXTS.source },
      { head: TEXTS.decided, numeric: true },
    ],
    opened.stated.map(({ id, sv, en, expect, source }) => [
      html`${bi(both(sv, en))} <code class="id">${id}</code>`,
      bi(EXPECTED[expect]),
      html`${source}`,
      html`${byRule[id] ?? 0}`,
    ]),
  );
