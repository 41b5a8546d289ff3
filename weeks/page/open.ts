import { DAY, HOUR } from '../../domain/time.ts';
import { type Bilingual, both, moment, number, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { section } from '../../pages/page.ts';
import { type Column, table } from '../../pages/table.ts';
import { CLASSES } from '../measure/by-class.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import type { UnitNames } from './page.ts';
import { AGE_WORDS, CLASS_WORDS, WORDS } from './words.ts';

const classColumns: readonly Column[] = CLASSES.map((each) => ({ head: CLASS_WORDS[each], numeric: true }));

/** Five figures that a shift begins with. */
export function nowSection(result: WeeksResult): Markup {
  const { open, patients, rates, reported, fresh } = result;
  const all = rates[0]?.all;
  const rounded = (value: number): string => number(Math.round(value * 10) / 10).sv;
  const figures: readonly (readonly [Bilingual, string, Bilingual?])[] = [
    [both('Öppna i klass 1', 'Open, class 1'), `${open.filter((each) => each.class === 1).length}`],
    [both('Öppna i alla klasser', 'Open, all classes'), `${open.length}`],
    [both('Anmälda sedan start', 'Reported since the start'), `${reported}`],
    [
      both('På 1 000 vårdkontakter', 'In 1,000 contacts'),
      all === undefined ? '–' : rounded(all.per1000),
      all === undefined
        ? both('inga kontakter inrapporterade', 'no contacts told')
        : same(`${rounded(all.low)}–${rounded(all.high)}`),
    ],
    [
      both('Patienter berörda', 'Patients touched'),
      `${patients.all}`,
      both(
        `${patients.day} senaste dygnet; ${patients.nameless} avvikelser nämner ingen`,
        `${patients.day} in 24 hours; ${patients.nameless} deviations name none`,
      ),
    ],
    [
      both('Nyaste uppgiften', 'Newest data'),
      fresh.newest === null ? '–' : ageText(result.at - fresh.newest).sv,
      fresh.isFresh
        ? both('färsk', 'fresh')
        : both(`äldre än ${fresh.withinHours} timmar`, `older than ${fresh.withinHours} hours`),
    ],
  ];
  return section(
    'now',
    WORDS.now,
    html`<dl class="figures">${figures.map(([name, value, more]) => html`<div class="card"><dt>${bi(name)}</dt><dd>${value}</dd>${more === undefined ? '' : html`<dd class="source">${bi(more)}</dd>`}</div>`)}</dl>`,
  );
}

/** What is open: how old, whose, and each by itself, the gravest and oldest first. */
export const openSection = ({ open, openByAge, openByOwner, at }: WeeksResult, units: UnitNames): Markup =>
  section(
    'open',
    WORDS.open,
    open.length === 0
      ? html`<p>${bi(WORDS.noOpen)}</p>`
      : html`<h3>${bi(WORDS.byAge)}</h3>
${table(
  WORDS.byAge,
  [{ head: WORDS.age }, ...classColumns],
  openByAge.map((counts, index) => [
    bi(AGE_WORDS[index] ?? same('')),
    ...CLASSES.map((each) => html`${counts[each]}`),
  ]),
)}
<h3>${bi(WORDS.byOwner)}</h3>
${table(
  WORDS.byOwner,
  [{ head: WORDS.owner }, ...classColumns, { head: WORDS.oldest, numeric: true }],
  openByOwner.map(({ owner, oldest, ...counts }) => [
    owner === null ? html`<strong>${bi(WORDS.nobody)}</strong>` : html`<span lang="sv">${owner}</span>`,
    ...CLASSES.map((each) => html`${counts[each]}`),
    bi(ageText(oldest)),
  ]),
)}
<details class="all"><summary>${bi(WORDS.eachOpen)}</summary>
${table(
  WORDS.open,
  [
    { head: WORDS.deviation },
    { head: WORDS.class, numeric: true },
    { head: WORDS.unit },
    { head: WORDS.owner },
    { head: WORDS.age, numeric: true },
  ],
  open.map(({ id, text, class: safetyClass, unit, owner, reported }) => [
    html`<span lang="sv">${text}</span> <code class="source id">${id}</code>`,
    html`${safetyClass}`,
    bi(units.get(unit) ?? same(unit)),
    owner === undefined ? html`<strong>${bi(WORDS.nobody)}</strong>` : html`<span lang="sv">${owner}</span>`,
    bi(ageText(at - reported)),
  ]),
)}</details>`,
  );

/** 'under en timme', '7 timmar', '3 dygn' */
function ageText(age: number): Bilingual {
  if (age < HOUR) return same('< 1 h');
  if (age < 2 * DAY) return same(`${Math.floor(age / HOUR)} h`);
  return both(`${Math.floor(age / DAY)} dygn`, `${Math.floor(age / DAY)} days`);
}

/** Files, what was left out, and what is lacking. */
export const sourcesSection = (result: WeeksResult, units: UnitNames): Markup =>
  section(
    'sources',
    WORDS.sources,
    html`${table(
      WORDS.sources,
      [
        { head: WORDS.file },
        { head: WORDS.written },
        { head: WORDS.deviations, numeric: true },
        { head: WORDS.contacts, numeric: true },
      ],
      result.sources.map(({ name, written, deviations, contacts }) => [
        html`<code>${name}</code>`,
        bi(moment(written)),
        html`${deviations}`,
        html`${contacts}`,
      ]),
    )}
<ul>${remarksOf(result, units).map((remark) => html`<li>${bi(remark)}</li>`)}</ul>`,
  );

function remarksOf({ before, ignored, milder, lacksContacts }: WeeksResult, units: UnitNames): Bilingual[] {
  const name = (key: string): string => units.get(key)?.sv ?? key;
  return [
    ...(before === 0
      ? []
      : [
          both(
            `${before} avvikelser är från före start och räknas inte.`,
            `${before} deviations are from before the start and do not count.`,
          ),
        ]),
    ...(ignored.length === 0
      ? []
      : [both(`Läses inte: ${ignored.join(', ')}.`, `Not read: ${ignored.join(', ')}.`)]),
    ...milder.map(({ id, from, to }) =>
      both(
        `${id} har fått mildare klass: från ${from} till ${to}.`,
        `${id} was given a milder class: from ${from} to ${to}.`,
      ),
    ),
    ...lacksContacts.map(({ day, units: lacking }) =>
      both(
        `Vårdkontakter saknas ${day}: ${lacking.map(name).join(', ')}.`,
        `Contacts are lacking ${day}: ${lacking.map(name).join(', ')}.`,
      ),
    ),
  ];
}
