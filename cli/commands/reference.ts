import { Command, Option } from 'commander';
import type { ReferenceOptions } from '../actions/reference.ts';
import { count, faultOption, withOption } from './options.ts';

export const referenceCommand = (): Command =>
  new Command('reference')
    .summary('startar referensmiljön · start the reference environment')
    .description(
      'Startar den inbyggda vårdmiljön på den egna datorn med några personer i, och visar adresser och lösenord.',
    )
    .addOption(new Option('--port <number>', 'porten; 0 tar en ledig').default(8420).argParser(count(0)))
    .option('--data <folder>', 'behåll journaldata här (annars försvinner de när miljön stängs)')
    .addOption(
      new Option('--people <number>', 'så många påhittade personer finns från början')
        .default(12)
        .argParser(count(0)),
    )
    .addOption(faultOption())
    .addOption(withOption('imaging', 'sdc'))
    .option('--faults', 'visa felen som kan planteras, och sluta')
    .option('--json', 'skriv adresserna, eller felen, som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep reference --port 8420\n  npx genrep reference --fault order-lost=1/3\n  npx genrep reference --with sdc',
    )
    .action(async (options: ReferenceOptions) => {
      const { serveReference } = await import('../actions/reference.ts');
      await serveReference(options);
    });
