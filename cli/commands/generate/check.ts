import { Command } from 'commander';
import type { CheckOptions } from '../../actions/generate/check.ts';
import { modulesOption, regionOption, testNumbersOption } from './options.ts';

export const checkCommand = (): Command =>
  new Command('check')
    .summary(
      'läser tillbaka en befolkning och granskar varje rad · read a population back and check every line',
    )
    .description(
      'Läser varje rad i en befolkning och säger, i ord och som en HTML-sida med bilder, om allt som ska hålla gör det. ' +
        'Slutkod 1, med fil och rad, när något inte gör det.',
    )
    .argument('<folder>', 'mappen från generate population')
    .option('--out <file>', 'HTML-sidan (annars check.html i mappen)')
    .addOption(regionOption())
    .addOption(modulesOption())
    .addOption(testNumbersOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText('after', '\nExempel:\n  npx genrep generate check population')
    .action(async (folder: string, options: CheckOptions) => {
      const { checkFolder } = await import('../../actions/generate/check.ts');
      await checkFolder(folder, options);
    });
