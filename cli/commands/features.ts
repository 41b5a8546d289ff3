import { Command, Option } from 'commander';
import type { FeaturesOptions } from '../actions/features.ts';
import {
  allureOption,
  count,
  faultOption,
  outOption,
  replaceOption,
  resumeOption,
  seedOption,
  shardOption,
  signOption,
  systemOption,
  withOption,
} from './options.ts';

export const featuresCommand = (): Command =>
  new Command('features')
    .summary('kör patientflödena en gång var med cucumber-js · run the scenario suite')
    .description('Kör varje patientflöde en gång genom cucumber-js, genom API och webbläsare.')
    .argument(
      '[urval...]',
      'en .feature-fil, fil:rad, en titel eller taggar, till exempel "@klass-1 and @akutsjukvård"; efter -- cucumbers egna växlar',
    )
    .addOption(systemOption())
    .addOption(new Option('--channel <channel>', 'bara genom den ena vägen').choices(['api', 'ui']))
    .addOption(new Option('--parallel <workers>', 'antal arbetare samtidigt').default(0).argParser(count(0)))
    .addOption(shardOption())
    .addOption(seedOption())
    .option('--stage <stage>', 'etappen vars krav gäller (annars mappens egen)')
    .addOption(faultOption())
    .addOption(withOption('imaging'))
    .addOption(allureOption())
    .addOption(outOption())
    .addOption(replaceOption())
    .addOption(resumeOption())
    .addOption(signOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep features "@klass-1" --channel api\n  npx genrep features features/akutsjukvard/sepsislarm.feature:18\n  npx genrep features "Sju poäng räcker för larm"\n  npx genrep features --parallel 2 -- --format progress',
    )
    .action(async (given: readonly string[], written: FeaturesOptions, command: Command) => {
      const { asBefore } = await import('../as-before.ts');
      const { args, options } = await asBefore(command, given, written);
      const { runFeatures } = await import('../actions/features.ts');
      await runFeatures(
        args.filter((argument) => argument !== undefined),
        options,
      );
    });
