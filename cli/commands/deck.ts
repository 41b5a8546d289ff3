import { Command, Option } from 'commander';
import { DECK_WAYS } from '../../domain/deck-evidence.ts';
import type { DeckOptions } from '../actions/deck.ts';
import { count, faultOption, previousOption, systemOption, withEvidenceOptions } from './options.ts';

export const deckCommand = (): Command =>
  withEvidenceOptions(
    new Command('deck')
      .summary(
        'ställer kontrollfrågor till beslutsstödet · ask decision support questions with known answers',
      )
      .description(
        'Ställer frågor med känt svar till ett beslutsstöd: varje fara ska hittas, med rätt styrka, och dess ofarliga tvilling ' +
          'lämnas i fred. Dagens vanliga ordinationer visar hur ofta stödet stör. Säger vad som ändrats sedan förra gången.',
      )
      .argument('[deck]', 'kontrollfallen: en fil i scenarios/decks, med namn eller sökväg', 'ordination')
      .addOption(systemOption())
      .addOption(
        new Option('--way <way...>', 'hur det frågas: cds-hooks, api och page')
          .choices(DECK_WAYS)
          .default(['cds-hooks', 'api']),
      )
      .addOption(
        new Option('--page-cases <number>', 'så många fall på sidan, ett av varje slag i tur och ordning')
          .default(12)
          .argParser(count(1)),
      )
      .addOption(
        new Option('--ordinary <number>', 'så många av dagens vanliga ordinationer')
          .default(100)
          .argParser(count(0)),
      )
      .addOption(new Option('--day <day>', 'dagen som de tas ur, med sin etapp').default('sas-vardag'))
      .addOption(faultOption())
      .addOption(previousOption()),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep deck\n  npx genrep deck ordination --system ./vart-system.yaml --way cds-hooks\n  npx genrep deck --way cds-hooks api page --fault cross-allergy-lost',
    )
    .action(async (deck: string, options: DeckOptions) => {
      const { runDeck } = await import('../actions/deck.ts');
      await runDeck(deck, options);
    });
