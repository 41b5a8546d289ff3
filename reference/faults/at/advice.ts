import type { Card } from '../../decision-support/cds-hooks.ts';
import type { Facts, Faults } from '../fault.ts';

/** The cards of the decision support, as they arrive. */
export const astrayCards = <T extends Pick<Card, 'indicator'>>(
  cards: readonly T[],
  facts: Facts,
  faults: Faults,
): readonly T[] =>
  cards.flatMap(
    (card) => faults.pass('advice', card, { ...facts, indicator: card.indicator })?.things ?? [card],
  );
