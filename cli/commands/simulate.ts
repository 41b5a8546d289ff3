import { Command, Option } from 'commander';
import type { SimulateCommandOptions } from '../actions/simulate.ts';
import { count, replaceOption, seedOption, signOption } from './options.ts';

export const simulateCommand = (): Command =>
  new Command('simulate')
    .summary('simulerar en dag på virtuell klocka · simulate a day on a virtual clock')
    .description(
      'Simulerar en dag på virtuell klocka: väntetider, köer, platser, bemanning och överlämningar med ' +
        'konfidensintervall, och vad som händer om något ändras. Skickar ingenting till något system.',
    )
    .argument('<day>', 'en simulering i scenarios/simulation, med namn eller sökväg')
    .addOption(
      new Option('--replications <number>', 'hur många gånger dagen spelas').default(200).argParser(count(2)),
    )
    .addOption(seedOption())
    .addOption(
      new Option('--what-if <file...>', 'frågor i scenarios/what-if, med namn eller sökväg').default(
        [],
        'inga',
      ),
    )
    .option('--json', 'skriv resultatet som JSON')
    .addOption(signOption())
    .option('--out <folder>', 'mappen för simulate.html (annars en ny i runs/)')
    .addOption(replaceOption())
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep simulate sas-vardag\n  npx genrep simulate sas-vardag --replications 200 --what-if produktivitetsdipp driftstopp',
    )
    .action(async (day: string, options: SimulateCommandOptions) => {
      const { simulateDay } = await import('../actions/simulate.ts');
      await simulateDay(day, options);
    });
