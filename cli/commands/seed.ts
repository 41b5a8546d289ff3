import { Command } from 'commander';
import type { SeedCommandOptions } from '../actions/seed.ts';
import { systemOption } from './options.ts';

export const seedCommand = (): Command =>
  new Command('seed')
    .summary('laddar en befolkning i ett system · load a population into a system')
    .description(
      'Laddar en befolkning i systemet över FHIR och läser tillbaka antal och stickprov. Kan avbrytas när som helst: samma ' +
        'kommando fortsätter där det slutade, utan dubbletter. Bara system som är märkta environment: test.',
    )
    .argument('<folder>', 'mappen från generate population, i formatet ndjson')
    .addOption(systemOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep seed population --system ./vår-testmiljö.yaml\n\n' +
        'Referensmiljön som kommandot startar själv stängs när det är klart. För en som finns kvar: starta\n' +
        '"genrep reference --data MAPP", och sätt de miljövariabler som systems/profiles/reference.yaml nämner.',
    )
    .action(async (folder: string, options: SeedCommandOptions) => {
      const { seedFolder } = await import('../actions/seed.ts');
      await seedFolder(folder, options);
    });
