import type { Alert } from '../../../domain/deck-evidence.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import {
  type CaseResult,
  type DeckResult,
  FOUND,
  type HarmlessSaid,
  type HarmSaid,
  type Heard,
  harmOf,
  twinOf,
  type WayResult,
} from '../../deck/measure-deck.ts';
import { CATEGORIES, SAID, STRENGTHS, WAYS } from '../../deck/words.ts';
import { shown } from '../../gates/lab.ts';
import type { Estimated } from '../../lab/intervals.ts';
import type { Readiness } from '../../readiness.ts';

const TITLE = both('Beslutsstödets kontrollfall', 'The deck of decision support');
const LEAD = both(
  'Varje fara ska stödet stoppa eller varna för, med rätt styrka och av rätt skäl; om dess ofarliga tvilling ska det inte säga något. ' +
    'Inom parentes ligger värdet 95 gånger av 100 (Wilson), räknat på fall och inte på svar: flera vägar till samma regler är inte fler bevis. ' +
    'Andelen befogade varningar gäller den här blandningen; där faran är ovanligare är den lägre.',
  'The support is to stop or warn of every harm, as strongly as expected and for the right reason; of its harmless twin it is to say nothing. ' +
    'The value lies within the parentheses 95 times in 100 (Wilson), counted over cases and not answers: several ways to the same rules are not more proof. ' +
    'The share of justified alerts is that of this mix; where harm is rarer it is lower.',
);

const TEXTS = {
  ways: both('Vägarna in', 'The ways in'),
  wrong: both('Fall som inte höll', 'Cases that did not hold'),
  right: both('Fall som höll', 'Cases that held'),
  open: both('Fall som inte gick att pröva', 'Cases that could not be tested'),
  ordinary: both('Vanliga ordinationer som stördes', 'Ordinary orders that were interrupted'),
  way: both('Väg', 'Way'),
  harms: both('Faror hittade', 'Harms found'),
  strength: both('Rätt styrka', 'Right strength'),
  twins: both('Tvillingar störda', 'Twins disturbed'),
  nuisance: both('Vanliga ordinationer störda', 'Ordinary orders interrupted'),
  alerts: both('Varningar på 100 vanliga', 'Alerts per 100 ordinary'),
  ppv: both('Befogade varningar', 'Justified alerts'),
  notCovered: both('Ej prövat', 'Not covered'),
  harm: both('Faran', 'The harm'),
  class: both('Klass', 'Class'),
  expected: both('Väntat', 'Expected'),
  said: both('Sagt', 'Said'),
  twin: both('Tvillingen', 'The twin'),
  verdict: both('Utfall', 'Verdict'),
  all: both('alla vägar', 'all ways'),
  categories: both('Slag av fara', 'Kinds of harm'),
  category: both('Slag', 'Kind'),
  asked: both('Ordination', 'Order'),
} as const;

/** What decision support said to the deck; nothing where none was asked. */
export function deckSection({ deck }: Pick<Readiness, 'deck'>): Part | undefined {
  if (deck === undefined) return undefined;
  const { cases, opened } = deck;
  const found = cases.filter((one) => FOUND.has(harmOf(one))).length;
  const of = (...verdicts: readonly Verdict[]) => cases.filter(({ verdict }) => verdicts.includes(verdict));
  const [wrong, right, open] = [of('fail', 'unknown', 'error'), of('pass'), of('not-covered')];
  const size = cases.length;
  return {
    id: 'deck',
    title: TITLE,
    told: both(`${found} av ${size} faror hittade`, `${found} of ${size} harms found`),
    lead: LEAD,
    isOpen: true,
    body: html`<p>${bi(opened.title)} <code class="id">${opened.deck}</code>, ${bi(
      both(
        `${cases.length} faror med var sin tvilling, och ${opened.ordinary.orders} vanliga ordinationer ur ”${opened.ordinary.day}”`,
        `${cases.length} harms with a twin each, and ${opened.ordinary.orders} ordinary orders of ‘${opened.ordinary.day}’`,
      ),
    )}.</p>
<h3>${bi(TEXTS.ways)}</h3>${wayTable(deck)}
<h3>${bi(TEXTS.categories)}</h3>${categoryTable(cases)}
${wrong.length === 0 ? '' : html`<h3>${bi(TEXTS.wrong)}</h3>${caseTable(TEXTS.wrong, wrong)}`}
${ordinaryTable(deck)}
${folded(TEXTS.open, open)}
${folded(TEXTS.right, right)}`,
  };
}

const folded = (title: Bilingual, cases: readonly CaseResult[]): Markup =>
  cases.length === 0
    ? html``
    : html`<details><summary>${bi(title)}: ${cases.length}</summary>
${caseTable(title, cases)}</details>`;

const wayTable = ({ ways, all }: DeckResult): Markup =>
  table(
    TEXTS.ways,
    [
      { head: TEXTS.way },
      { head: TEXTS.harms, numeric: true },
      { head: TEXTS.strength, numeric: true },
      { head: TEXTS.twins, numeric: true },
      { head: TEXTS.nuisance, numeric: true },
      { head: TEXTS.alerts, numeric: true },
      { head: TEXTS.ppv, numeric: true },
      { head: TEXTS.notCovered, numeric: true },
    ],
    [
      ...ways.map((way) => wayRow(way)),
      ...(ways.length < 2 ? [] : [[html`<strong>${bi(TEXTS.all)}</strong>`, ...figures(all), html`–`]]),
    ],
  );

/** What each kind of harm came to: where a rule is missing, a whole row shows it. */
const categoryTable = (cases: readonly CaseResult[]): Markup =>
  table(
    TEXTS.categories,
    [
      { head: TEXTS.category },
      { head: TEXTS.harms, numeric: true },
      { head: TEXTS.strength, numeric: true },
      { head: TEXTS.twins, numeric: true },
    ],
    [...Map.groupBy(cases, ({ facts }) => facts.category)].map(([category, own]) => {
      const [harms, twins] = [own.map(harmOf), own.map(twinOf)];
      const found = harms.filter((said) => FOUND.has(said)).length;
      const right = harms.filter((said) => said === 'right').length;
      const asked = harms.filter((said) => said !== 'not-covered').length;
      const alarmed = twins.filter((said) => said === 'alarmed').length;
      const left = twins.filter((said) => said !== 'not-covered').length;
      return [bi(CATEGORIES[category]), ofMany(found, asked), ofMany(right, found), ofMany(alarmed, left)];
    }),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

const ofMany = (count: number, of: number): Markup =>
  of === 0 ? html`–` : bi(both(`${count} av ${of}`, `${count} of ${of}`));

const wayRow = (way: WayResult): Markup[] =>
  way.reason === undefined
    ? [
        html`${bi(WAYS[way.way])}${way.why === undefined ? '' : html`<br><span class="muted">${way.why}</span>`}`,
        ...figures(way),
        html`${way.notCovered}`,
      ]
    : [
        html`${bi(WAYS[way.way])}<br><span class="muted">${way.reason}</span>`,
        ...Array.from({ length: 7 }, () => html`–`),
      ];

const figures = ({
  sensitivity,
  strength,
  twinsAlarmed,
  nuisance,
  nuisanceAlerts,
  ppv,
}: DeckResult['all']): Markup[] => [
  figure(sensitivity),
  figure(strength),
  figure(twinsAlarmed),
  figure(nuisance),
  nuisance === undefined ? html`–` : bi(number(Math.round((1_000 * nuisanceAlerts) / nuisance.n) / 10)),
  figure(ppv),
];

const figure = (estimated: Estimated | undefined): Markup =>
  estimated === undefined ? html`–` : bi(shown(estimated, 'share'));

const caseTable = (caption: Bilingual, cases: readonly CaseResult[]): Markup =>
  table(
    caption,
    [
      { head: TEXTS.harm },
      { head: TEXTS.class, numeric: true },
      { head: TEXTS.expected },
      { head: TEXTS.said },
      { head: TEXTS.twin },
      { head: TEXTS.verdict },
    ],
    cases.map(({ facts, harm, twin, verdict }) => [
      html`<strong>${bi(facts)}</strong> <code class="id">${facts.id}</code><br>${bi(CATEGORIES[facts.category])}: <span class="muted">${facts.asked}</span><br><span class="muted">${facts.source}</span>`,
      html`${facts.class}`,
      bi(STRENGTHS[facts.expect]),
      heardMarkup(harm),
      html`${bi(facts.twin)}<br><span class="muted">${facts.twin.asked}</span>${heardMarkup(twin)}`,
      badge(verdict),
    ]),
  );

/** What was said, once where all ways heard the same. */
function heardMarkup(heard: readonly Heard<HarmSaid | HarmlessSaid>[]): Markup {
  const groups = Map.groupBy(heard, (one) => JSON.stringify([one.said, one.reason ?? textsOf(one.alerts)]));
  return html`<div class="heard">${[...groups.values()].map((own) => {
    const [first] = own;
    if (first === undefined) return '';
    const ways = own.map(({ way }) => WAYS[way]);
    return html`<div>${bi(both(ways.map(({ sv }) => sv).join(', '), ways.map(({ en }) => en).join(', ')))}: ${bi(SAID[first.said])}${first.reason === undefined ? '' : html` <span class="muted">${first.reason}</span>`}${first.alerts.map((alert) => html`<br>${strengthOf(alert)}<span class="muted">${alert.text}</span>`)}</div>`;
  })}</div>`;
}

const strengthOf = ({ strength }: Alert): Markup =>
  strength === undefined ? html`` : html`${bi(STRENGTHS[strength])}: `;

const textsOf = (alerts: readonly Alert[]): string => alerts.map(({ text }) => text).join('\n');

const ordinaryTable = ({ interrupted }: DeckResult): Markup =>
  interrupted.length === 0
    ? html``
    : html`<h3>${bi(TEXTS.ordinary)}</h3>${table(
        TEXTS.ordinary,
        [{ head: TEXTS.way }, { head: TEXTS.asked }, { head: TEXTS.said }],
        interrupted.map(({ way, asked, alerts }) => [
          bi(WAYS[way]),
          html`${asked}`,
          html`${alerts.map((alert) => html`${strengthOf(alert)}${alert.text}<br>`)}`,
        ]),
      )}`;
