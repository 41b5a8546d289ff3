import { Command, Option } from 'commander';
import type { ShrinkOptions } from '../actions/shrink.ts';
import { count, outOption } from './options.ts';

export const shrinkCommand = (): Command =>
  new Command('shrink')
    .summary('krymper en röd körning till minsta orsak · shrink a red run to its smallest cause')
    .description(
      'Spelar om delar av en röd körning, med samma personer och planterade fel, tills så få patienter och steg som möjligt ' +
        'visar varje orsak. Lika orsaker är ett fynd.',
    )
    .argument('[run]', 'en röd körning av day, features eller trial')
    .addOption(new Option('--runs <n>', 'så många korta körningar som högst').default(50).argParser(count(1)))
    .addOption(new Option('--cause <n>', 'bara den orsaken, den vanligaste är 1').argParser(count(1)))
    .option('--system <profile>', 'en annan profil än körningens egen, med namn eller sökväg')
    .addOption(outOption())
    .addOption(
      new Option('--resume <folder>', 'fortsätter en avbruten krympning').conflicts([
        'out',
        'cause',
        'system',
      ]),
    )
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep shrink runs/KÖRNING\n  npx genrep shrink runs/PRÖVNING/order-lost --cause 1\n  npx genrep shrink --resume runs/KRYMPNING',
    )
    .action(async (run: string | undefined, options: ShrinkOptions) => {
      const { shrinkRun } = await import('../actions/shrink.ts');
      await shrinkRun(run, options);
    });
