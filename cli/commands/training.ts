import { Command } from 'commander';
import type { TrainingOptions } from '../actions/training.ts';

export const trainingCommand = (): Command =>
  new Command('training')
    .summary('räknar vilka av dem som arbetar de första veckorna som är utbildade · who is trained')
    .description(
      'Räknar ur kursregister, och ur labb, hur många av dem som arbetar de första veckorna som har klarat allt deras roll ' +
        'ska ha klarat, per enhet och roll. Nämnaren är de som arbetar, inte de som är anmälda.',
    )
    .argument('<stage>', 'en etapp i scenarios/stages, med namn eller sökväg')
    .argument('<file...>', 'kursregister som CSV: pseudonym, enhet, roll, kurs, godkänd, datum')
    .option('--roster <file>', 'schema som CSV: pseudonym, enhet, roll, från, till (annars dagens bemanning)')
    .option('--labs <run...>', 'labbens körningar, där kort utan hjälp räknas')
    .option('--seats <file>', 'vem som satt var i labben, som CSV: körning, plats, pseudonym')
    .option('--plan <file>', 'utbildningsplanen (annars etappens i scenarios/training)')
    .option('--out <folder>', 'mappen för sidan och listorna (annars en ny i runs/)')
    .option('--json', 'skriv det räknade som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep training 1-sodra scenarios/training/exempel-kursregister.csv --roster scenarios/training/exempel-schema.csv',
    )
    .action(async (stage: string, files: readonly string[], options: TrainingOptions) => {
      const { countTrained } = await import('../actions/training.ts');
      await countTrained(stage, files, options);
    });
