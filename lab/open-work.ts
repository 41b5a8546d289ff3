import type { Ahead } from './ahead.ts';
import type { CardText } from './card-text.ts';
import { clockText } from './clock-text.ts';
import { dueAt, isExpected } from './inject-state.ts';
import { type LabState, openCards, seatOf } from './state.ts';

/** What people and robots are in the middle of, each in words: a jump of the clock would leave it behind. */
export function whatIsOpen(
  state: LabState,
  { underWay }: Pick<Ahead, 'underWay'>,
  textOf: (task: { readonly instance: string; readonly step: number }) => CardText,
): readonly string[] {
  const task = (of: { readonly instance: string; readonly step: number }): string => {
    const { what, who } = textOf(of);
    return `${what.replace(/\.$/, '')} (${who})`;
  };
  return [
    ...openCards(state).map(
      (card) => `${seatOf(state, card.seat)?.seat.pseudonym ?? card.seat} har ett kort: ${task(card)}`,
    ),
    ...state.injects
      .filter(isExpected)
      .map((each) => `till ${clockText(dueAt(each)).sv} väntas: ${each.inject.expected}`),
    ...underWay.map((each) => `en robot gör just nu: ${task(each)}`),
  ];
}
