import type { MigrationExample } from '../../../domain/migration-evidence.ts';
import { type Bilingual, both, number, percent, sentence } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import {
  differencesOf,
  type FoundResult,
  type MigrationResult,
  type RecordResult,
} from '../../migration/measure-migration.ts';
import { BY, CONTROLS, FORMATS } from '../../migration/words.ts';
import type { Readiness } from '../../readiness.ts';

const TITLE = both('Migreringen mot källan', 'The migration against its source');
const LEAD = both(
  'Källan jämförs med målet i fem lager: antal, kontrollsummor, vad som saknas och tillkommit, varje fält i varje uppgift, och ett ' +
    'stickprov för människors ögon. En ändring som är sagd på förhand är ingen skillnad. Alla skillnader står i skillnader.csv.',
  'The source is held against the target in five layers: counts, control totals, what is missing and what was added, every field of ' +
    'every record, and a sample for people’s eyes. A change declared beforehand is no difference. All differences are in skillnader.csv.',
);

const TEXTS = {
  found: both('Vad som skiljer', 'What differs'),
  records: both('Uppgifterna', 'The records'),
  counts: both('Antal som skiljer, per enhet, status och år', 'Counts that differ, by unit, status and year'),
  controls: both('Kontrollsummor som skiljer', 'Control totals that differ'),
  changes: both('Ändringar som är sagda på förhand', 'Changes declared beforehand'),
  sample: both('Stickprovet', 'The sample'),
  covered: both('Vad som jämfördes', 'What was compared'),
  finding: both('Fynd', 'Finding'),
  class: both('Klass', 'Class'),
  count: both('Antal', 'Count'),
  people: both('Personer', 'People'),
  examples: both('Till exempel', 'Such as'),
  record: both('Uppgift', 'Record'),
  source: both('Källan', 'Source'),
  target: both('Målet', 'Target'),
  differs: both('Skiljer', 'Differs'),
  verdict: both('Utfall', 'Verdict'),
  unit: both('Enhet', 'Unit'),
  status: both('Status', 'Status'),
  year: both('År', 'Year'),
  field: both('Fält', 'Field'),
  what: both('Mått', 'Figure'),
  why: both('Varför', 'Why'),
  fields: both('Fält som jämfördes', 'Fields compared'),
  untold: both('Säger källan eller målet inte', 'Not told by source or target'),
  hidden: both('värdet står inte i underlaget', 'the value is not in the evidence'),
  left: both('flyttas inte, sagt på förhand', 'not moved, declared beforehand'),
  none: both('ingen på någon sida', 'none on either side'),
  whole: both('hela uppgiften', 'the whole record'),
} as const;

/** What holding a migration against its source came to; nothing where none was. */
export function migrationSection({ migration }: Pick<Readiness, 'migration'>): Part | undefined {
  if (migration === undefined) return undefined;
  const { found, records } = migration;
  const grave = differencesOf(migration, [1]);
  return {
    id: 'migration',
    title: TITLE,
    told: both(
      `${number(grave).sv} skillnader i klass 1, ${number(differencesOf(migration, [2, 3])).sv} i klass 2 och 3`,
      `${number(grave).en} differences of class 1, ${number(differencesOf(migration, [2, 3])).en} of classes 2 and 3`,
    ),
    lead: LEAD,
    isOpen: true,
    body: html`${comparedMarkup(migration)}
${found.length === 0 ? '' : html`<h3>${bi(TEXTS.found)}</h3>${findingTable(found, records)}`}
<h3>${bi(TEXTS.records)}</h3>${recordTable(records)}
${sampleMarkup(migration)}
${folded(TEXTS.counts, cellRows(records), cellTable)}
${folded(TEXTS.controls, controlRows(records), controlTable)}
${folded(TEXTS.changes, changeRows(migration), changeTable)}
${folded(TEXTS.covered, records, coverageTable)}`,
  };
}

const folded = <T>(title: Bilingual, rows: readonly T[], tableOf: (rows: readonly T[]) => Markup): Markup =>
  rows.length === 0
    ? html``
    : html`<details><summary>${bi(title)}: ${rows.length}</summary>
${tableOf(rows)}</details>`;

function comparedMarkup({ opened }: MigrationResult): Markup {
  const { source, target, people, mapping, corrected } = opened;
  const [of, compared] = [number(people.source), number(people.compared)];
  const who =
    people.compared < people.source
      ? both(`${compared.sv} av ${of.sv} personer, dragna`, `${compared.en} of ${of.en} people, drawn`)
      : both(`alla ${of.sv} personer`, `all ${of.en} people`);
  return html`<p><strong>${source.name}</strong> (${bi(FORMATS[source.format])}) → <strong>${target.name}</strong> (${bi(BY[target.by])}), ${bi(who)}.${
    mapping === undefined ? '' : html` ${bi(both('Avbildning', 'Mapping'))}: ${mapping.name}.`
  }${corrected === undefined ? '' : html` ${bi(both('Rättelser hålls mot', 'Corrections are held against'))} ${corrected}.`}</p>`;
}

const findingTable = (found: readonly FoundResult[], records: readonly RecordResult[]): Markup =>
  table(
    TEXTS.found,
    [
      { head: TEXTS.finding },
      { head: TEXTS.class, numeric: true },
      { head: TEXTS.count, numeric: true },
      { head: TEXTS.people, numeric: true },
      { head: TEXTS.examples },
    ],
    found.map(({ facts, class: own, count, people, examples }) => [
      html`<strong>${bi(facts)}</strong><br><span class="muted">${facts.source}</span>`,
      html`${own}`,
      bi(number(count)),
      bi(number(people)),
      html`${examples.slice(0, 3).map((example) => exampleMarkup(example, records))}`,
    ]),
  );

function exampleMarkup(
  { record, ref, field, source, target }: MigrationExample,
  records: readonly RecordResult[],
): Markup {
  const said =
    field === undefined
      ? html``
      : html` ${bi(fieldIn(records, record, field))}: ${valueMarkup(source, target)}`;
  return html`<div><code>${ref}</code>${said}</div>`;
}

/** What a field is called; whose a record is, is compared of all. */
const fieldIn = (records: readonly RecordResult[], record: string, field: string): Bilingual =>
  records.find((one) => one.record === record)?.fields.find(({ name }) => name === field) ??
  both(field, field);

const valueMarkup = (source: string | undefined, target: string | undefined): Markup =>
  source === undefined && target === undefined
    ? html`<span class="muted">${bi(TEXTS.hidden)}</span>`
    : html`${source ?? '–'} → ${target ?? '–'}`;

const recordTable = (records: readonly RecordResult[]): Markup =>
  table(
    TEXTS.records,
    [
      { head: TEXTS.record },
      { head: TEXTS.class, numeric: true },
      { head: TEXTS.source, numeric: true },
      { head: TEXTS.target, numeric: true },
      { head: TEXTS.differs },
      { head: TEXTS.verdict },
    ],
    records.map((one) => [
      html`${bi(sentence(one))}${noteOf(one)}`,
      html`${one.class}`,
      bi(number(one.rows.source)),
      bi(number(one.rows.target)),
      bi(differenceOf(one.rows)),
      badge(one.verdict),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

/** '20 saknas, 3 ändrade'. */
function differenceOf({ lost, invented, doubled, changed, leftOut }: RecordResult['rows']): Bilingual {
  const told = [
    [lost, 'saknas', 'missing'],
    [invented, 'tillkomna', 'added'],
    [doubled, 'dubbla', 'doubled'],
    [changed, 'ändrade', 'changed'],
    [leftOut, 'flyttas inte', 'not moved'],
  ] as const;
  const some = told.filter(([count]) => count > 0);
  return some.length === 0
    ? both('–', '–')
    : both(
        some.map(([count, sv]) => `${number(count).sv} ${sv}`).join(', '),
        some.map(([count, , en]) => `${number(count).en} ${en}`).join(', '),
      );
}

function noteOf({ reason, isLeftOut, rows, verdict }: RecordResult): Markup {
  if (reason !== undefined) return html`<br><span class="muted">${reason}</span>`;
  if (isLeftOut) return html`<br><span class="muted">${bi(TEXTS.left)}</span>`;
  return verdict === 'not-covered' && rows.target === 0
    ? html`<br><span class="muted">${bi(TEXTS.none)}</span>`
    : html``;
}

function sampleMarkup({ sample }: MigrationResult): Markup {
  if (sample === undefined)
    return html`<h3>${bi(TEXTS.sample)}</h3><p>${bi(
      both(
        'Ingen har bedömt det än; listan är stickprov.csv.',
        'Nobody has judged it yet; the list is stickprov.csv.',
      ),
    )}</p>`;
  const { drawn, n, wrong, unclear } = sample;
  const bound = percent(sample.bound + 0.0005);
  return html`<h3>${bi(TEXTS.sample)}</h3><p>${bi(
    both(
      `${wrong} fel och ${unclear} oklara av ${number(n).sv} bedömda (${number(drawn).sv} dragna). Andelen fel är högst ${bound.sv} med 95 % säkerhet (Clopper–Pearson).`,
      `${wrong} wrong and ${unclear} unclear of ${number(n).en} judged (${number(drawn).en} drawn). At most ${bound.en} are wrong, with 95 % certainty (Clopper–Pearson).`,
    ),
  )}</p>`;
}

const cellRows = (records: readonly RecordResult[]) =>
  records.flatMap((record) => record.cells.map((cell) => ({ record, cell })));

const cellTable = (rows: Readonly<ReturnType<typeof cellRows>>): Markup =>
  table(
    TEXTS.counts,
    [
      { head: TEXTS.record },
      { head: TEXTS.unit },
      { head: TEXTS.status },
      { head: TEXTS.year },
      { head: TEXTS.source, numeric: true },
      { head: TEXTS.target, numeric: true },
    ],
    rows.map(({ record, cell }) => [
      bi(sentence(record)),
      html`${cell.unit ?? '–'}`,
      html`${cell.status ?? '–'}`,
      html`${cell.year ?? '–'}`,
      bi(number(cell.source)),
      bi(number(cell.target)),
    ]),
  );

const controlRows = (records: readonly RecordResult[]) =>
  records.flatMap((record) => record.controls.map((control) => ({ record, control })));

const controlTable = (rows: Readonly<ReturnType<typeof controlRows>>): Markup =>
  table(
    TEXTS.controls,
    [
      { head: TEXTS.record },
      { head: TEXTS.field },
      { head: TEXTS.what },
      { head: TEXTS.source, numeric: true },
      { head: TEXTS.target, numeric: true },
    ],
    rows.map(({ record, control }) => [
      bi(sentence(record)),
      bi(fieldIn([record], record.record, control.field)),
      bi(CONTROLS[control.what]),
      html`${control.source}`,
      html`${control.target}`,
    ]),
  );

const changeRows = ({ opened, records }: MigrationResult) =>
  (opened.mapping?.changes ?? []).map((change) => ({
    change,
    record: records.find(({ record }) => record === change.record) ?? both(change.record, change.record),
  }));

const changeTable = (rows: Readonly<ReturnType<typeof changeRows>>): Markup =>
  table(
    TEXTS.changes,
    [{ head: TEXTS.record }, { head: TEXTS.field }, { head: TEXTS.why }],
    rows.map(({ change, record }) => [
      bi(sentence(record)),
      change.field === undefined ? bi(TEXTS.whole) : html`${change.field}`,
      html`${change.why}`,
    ]),
  );

const coverageTable = (records: readonly RecordResult[]): Markup =>
  table(
    TEXTS.covered,
    [{ head: TEXTS.record }, { head: TEXTS.fields }, { head: TEXTS.untold }],
    records.map((record) => [bi(sentence(record)), namesMarkup(record.fields), namesMarkup(record.untold)]),
  );

const namesMarkup = (names: readonly Bilingual[]): Markup =>
  names.length === 0
    ? html`–`
    : bi(both(names.map(({ sv }) => sv).join(', '), names.map(({ en }) => en).join(', ')));
