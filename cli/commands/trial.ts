import { Command, Option } from 'commander';
import type { TrialOptions } from '../actions/trial.ts';
import { count, drawsOption, outOption, seedOption } from './options.ts';

export const trialCommand = (): Command =>
  new Command('trial')
    .summary('prövar Genrep självt: hittas felen? · try Genrep itself: are faults found?')
    .description(
      'Planterar felen i katalogen ett och ett i referensmiljön, spelar alla patientflöden och räknar vilka fel som hittas, ' +
        'vilka som missas och hur ofta Genrep larmar när inget är fel.',
    )
    .addOption(new Option('--sample <n>', 'bara så många fel, dragna med fröet').argParser(count(1)))
    .addOption(
      new Option('--faults <names>', 'bara dessa fel, med kommatecken mellan').argParser((text: string) =>
        text.split(',').map((name) => name.trim()),
      ),
    )
    .addOption(
      new Option('--clean <n>', 'så många körningar utan fel, var och en med sitt frö')
        .default(10)
        .argParser(count(0)),
    )
    .addOption(
      new Option('--patients <n>', 'så många patienter i varje flöde samtidigt')
        .default(2)
        .argParser(count(1)),
    )
    .addOption(
      new Option('--parallel <n>', 'körningar samtidigt (annars efter processorns kärnor)').argParser(
        count(1),
      ),
    )
    .addOption(seedOption())
    .addOption(drawsOption())
    .addOption(
      new Option('--crowd <n>', 'så många står redan i varje lista när patienterna kommer')
        .default(0)
        .argParser(count(0)),
    )
    .addOption(outOption())
    .addOption(
      new Option('--resume <folder>', 'fortsätter en avbruten prövning').conflicts([
        'out',
        'sample',
        'faults',
      ]),
    )
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep trial --sample 20 --clean 5\n  npx genrep trial --faults order-lost,note-cut\n  npx genrep trial --resume runs/PRÖVNING',
    )
    .action(async (options: TrialOptions) => {
      const { runTrial } = await import('../actions/trial.ts');
      await runTrial(options);
    });
