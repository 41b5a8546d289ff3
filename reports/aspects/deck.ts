import { type DeckResult, harmOf, measureDeck, twinOf } from '../deck/measure-deck.ts';
import { deckLines } from '../deck/terminal.ts';
import { SAID } from '../deck/words.ts';
import { deckSection } from '../html/sections/deck.ts';
import type { Aspect, SuiteCase } from './aspect.ts';

/** A deck that decision support was asked. */
export const deck: Aspect = {
  verdicts: (runs) => (measureDeck(runs)?.cases ?? []).map(({ verdict }) => verdict),
  lines: ({ deck: result, changes }) => (result === undefined ? [] : deckLines(result, changes)),
  section: deckSection,
  suite: ({ deck: result }) =>
    result === undefined || result.cases.length === 0
      ? undefined
      : { name: 'Beslutsstödets kontrollfall', cases: result.cases.map(caseOf) },
};

/** A harm and its twin. */
function caseOf(one: DeckResult['cases'][number]): SuiteCase {
  const { facts, verdict, harm, twin } = one;
  const lines = [...harm, ...twin].flatMap(({ way, alerts, reason }) => [
    ...(reason === undefined ? [] : [`${way}: ${reason}`]),
    ...alerts.map(({ text }) => `${way}: ${text}`),
  ]);
  return {
    classname: `kontrollfall.${facts.category}`,
    name: `${facts.id}: ${facts.sv}`,
    verdict,
    message: `faran ${SAID[harmOf(one)].sv}, tvillingen ${SAID[twinOf(one)].sv}`,
    text: [facts.asked, ...lines].join('\n'),
  };
}
