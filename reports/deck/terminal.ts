import type { Changes } from '../changes.ts';
import { shown } from '../gates/lab.ts';
import type { Estimated } from '../lab/intervals.ts';
import { type CaseResult, type DeckResult, harmOf, twinOf, type WayResult } from './measure-deck.ts';
import { SAID, WAYS } from './words.ts';

/** So many cases that did not hold are named; the page has them all. */
const NAMED = 8;

/** A deck in a terminal: its figures, by each way where there are several, and the cases that did not hold. */
export function deckLines({ cases, ways, all }: DeckResult, changes?: Changes): string[] {
  const wrong = cases.filter(({ verdict }) => verdict === 'fail');
  return [
    `  Faror    ${told(all.sensitivity)} hittade, ${told(all.strength)} med rätt styrka`,
    `  Störning ${told(all.twinsAlarmed)} av tvillingarna, ${told(all.nuisance)} av dagens vanliga ordinationer`,
    `  Befogat  ${told(all.ppv)} av varningarna`,
    ...ways.map(
      (way) => `  Väg      ${WAYS[way.way].sv}: ${way.reason ?? `${way.questions} frågor${rest(way)}`}`,
    ),
    ...(changes === undefined ? [] : changeLines(changes)),
    ...wrong.slice(0, NAMED).map(wrongLine),
    ...(wrong.length > NAMED ? [`  … och ${wrong.length - NAMED} fall till, se sidan.`] : []),
  ];
}

const told = (estimated: Estimated | undefined): string =>
  estimated === undefined ? '–' : shown(estimated, 'share').sv;

const rest = ({ notCovered, unknown, why = '' }: WayResult): string =>
  [
    notCovered > 0 ? `, ${notCovered} ej prövade` : '',
    unknown > 0 ? `, ${unknown} går inte att säga: ${why}` : '',
  ].join('');

function changeLines({ since, changes }: Changes): string[] {
  const more = changes.length - NAMED;
  return [
    `  Ändrat   ${changes.length === 0 ? 'inget' : `${changes.length} fall`} sedan ${since}`,
    ...changes.slice(0, NAMED).map(({ text }) => `    ${text.sv}`),
    ...(more > 0 ? [`    … och ${more} till, se sidan.`] : []),
  ];
}

function wrongLine(one: CaseResult): string {
  const { facts } = one;
  const [harm, twin] = [harmOf(one), twinOf(one)];
  const said = [
    ...(harm === 'right' || harm === 'untold' || harm === 'not-covered' ? [] : [SAID[harm].sv]),
    ...(twin === 'alarmed' ? [`tvillingen ${SAID[twin].sv}`] : []),
  ];
  return `  ✗ ${facts.sv} (klass ${facts.class}): ${said.join(', ')}`;
}
