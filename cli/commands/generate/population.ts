import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { COMPRESSIONS, FORMATS } from '../../../generators/output/manifest.ts';
import type { PopulationOptions } from '../../actions/generate/population.ts';
import { count, shardOption } from '../options.ts';
import { choosingPeople } from './options.ts';

export const populationCommand = (): Command =>
  choosingPeople(
    new Command('population')
      .summary('skriver en befolkning i en mapp · write a population into a folder')
      .description(
        'Skriver en befolkning med historia i en mapp: filer per resurstyp och tusen personer, och sist manifest.json ' +
          'med antal och SHA-256. En avbruten körning fortsätter med samma kommando.',
      )
      .requiredOption('--out <folder>', 'mappen som befolkningen skrivs i'),
  )
    .addOption(
      new Option('--workers <number>', 'trådar; antalet ändrar inte en byte')
        .default(availableParallelism(), 'en per kärna')
        .argParser(count(1)),
    )
    .addOption(
      new Option('--format <format>', 'FHIR R4 rad för rad, en transaktion per person, eller HL7 v2.5')
        .choices(FORMATS)
        .default('ndjson'),
    )
    .addOption(
      new Option('--compress <method>', 'packning av varje fil').choices(COMPRESSIONS).default('none'),
    )
    .addOption(shardOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep generate population --people 20000 --seed 1 --out population\n' +
        '  npx genrep generate population --stage 1-sodra --compress zstd --out sodra\n' +
        '  npx genrep generate population --people 20000 --out nytt --until 2026-03-01 --since 2026-01-01\n' +
        '  npx genrep generate population --shard 3/8 --out population   # en av åtta maskiner; sist utan --shard',
    )
    .action(async (options: PopulationOptions) => {
      const { writePopulation } = await import('../../actions/generate/population.ts');
      await writePopulation(options);
    });
