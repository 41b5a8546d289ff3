import { Command, Option } from 'commander';
import type { DayOptions } from '../actions/day.ts';
import {
  allureOption,
  drawsOption,
  faultOption,
  outOption,
  replaceOption,
  resumeOption,
  seedOption,
  shareOption,
  signOption,
  speedOption,
  systemOption,
  withOption,
} from './options.ts';

export const dayCommand = (): Command =>
  new Command('day')
    .summary('övar en dag på jobbet med robotar · rehearse a day with robots')
    .description(
      'Övar en dag på jobbet: robotar spelar dagens patientflöden i systemet, genom API och webbläsare, och körningen ' +
        'slutar i att den är godkänd eller inte. Personalen är den som dagens simulering har: den som är upptagen får man vänta på.',
    )
    .argument('[day]', 'en dag i scenarios/days, med namn eller sökväg; med --resume körningens egen')
    .addOption(systemOption())
    .addOption(seedOption())
    .addOption(speedOption())
    .addOption(shareOption())
    .option(
      '--only <tags>',
      'bara flöden med dessa Gherkin-taggar, till exempel "@klass-1 and not @samverkan"',
    )
    .option(
      '--simulation <file>',
      'personal, tider och vård utanför flödena (annars den i scenarios/simulation med dagens namn)',
    )
    .option(
      '--load <profile>',
      'spelar också en belastning genom k6 medan robotarna arbetar, från dess första timme: en profil i load/profiles',
    )
    .addOption(drawsOption())
    .addOption(faultOption())
    .addOption(withOption('imaging'))
    .addOption(outOption())
    .addOption(replaceOption())
    .addOption(resumeOption())
    .addOption(signOption())
    .addOption(new Option('--json', 'skriv utfallet som JSON på standard ut'))
    .addOption(allureOption())
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep day sas-vardag --seed 7\n  npx genrep day sas-vardag --fault order-lost',
    )
    .action(async (given: string | undefined, written: DayOptions, command: Command) => {
      const { asBefore } = await import('../as-before.ts');
      const { args, options } = await asBefore(command, [given], written);
      const { rehearseDay } = await import('../actions/day.ts');
      await rehearseDay(args[0], options);
    });
