import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { cardsPage } from '../../lab/paper/cards.ts';
import { deckOf } from '../../lab/paper/deck.ts';
import { guidePage } from '../../lab/paper/guide.ts';
import { excerptOf, loadLabPlan } from '../../lab/plan.ts';
import { prepareDay } from '../prepare-day.ts';
import { printSheet, type SheetOptions } from '../print-sheet.ts';

/** As commander hands them over. */
export interface CardsOptions extends SheetOptions {
  readonly system: string;
  readonly seed: number;
  readonly plan?: string;
  readonly address?: string;
}

/** `genrep lab cards`: every task that people of a lab could be given, to be printed and cut before the day. */
export async function printCards(dayName: string, options: CardsOptions): Promise<void> {
  const { system, seed, plan: planned, address } = options;
  const { day, flows, plan } = await prepareDay(dayName, { system, seed, uiShare: 0 });
  // What a lab does beneath is refused where it is played; a card tells nothing of it.
  const lab = loadLabPlan(planned ?? day.name, day, flows, () => undefined);
  const deck = deckOf(excerptOf(plan, lab), flows, lab);
  if (deck.length === 0)
    throw new InputError('Ingen uppgift under labbets timmar är för någon av dess platser.');
  if (address === undefined)
    process.stderr.write(
      'Utan --address får korten ingen QR-kod. Ange den adress som surfplattorna når labbet på.\n',
    );
  const cards = cardsPage(deck, { planHash: plan.hash, ...(address === undefined ? {} : { address }) });
  await printSheet(cards, options, { cards: deck.length });
}

/** `genrep lab guide`: one page for those who take part. */
export const printGuide = (options: SheetOptions): Promise<void> => printSheet(guidePage(), options);
