import { Command } from 'commander';
import { durationOf } from '../../load/duration.ts';
import { hoursOf } from '../../load/hours.ts';
import type { LoadOptions } from '../actions/load.ts';
import {
  count,
  faultOption,
  outOption,
  positive,
  replaceOption,
  seedOption,
  signOption,
  systemOption,
} from './options.ts';

export const loadCommand = (): Command =>
  new Command('load')
    .summary('spelar dagen som belastning genom k6 · the day as load through k6')
    .description(
      'Spelar dagens patientflöden som belastning: samma flöden, frågor och ankomster som robotarna, genom k6. ' +
        'Ankomsternas tid pressas samman; gränserna på systemet gör det aldrig.',
    )
    .argument('<day>', 'en dag i scenarios/days, med namn eller sökväg')
    .option('--profile <name>', 'lastprofil i load/profiles, med namn eller sökväg', 'peak-hour')
    .option('--hours <from-to>', 'timmar av dagen, i stället för profilens, till exempel 09-12', hoursOf)
    .option('--multiply <times>', 'gånger dagens ankomster, i stället för profilens', positive)
    .option(
      '--in <duration>',
      'verklig tid som timmarna spelas på, i stället för profilens: 20s, 3m, 1h',
      durationOf,
    )
    .addOption(systemOption())
    .addOption(seedOption())
    .option('--segments <count>', 'delar belastningen på så många k6-processer', count(1), 1)
    .option(
      '--distributed <count>',
      'skriver i stället filer för så många k6 i Kubernetes (k6-operator)',
      count(1),
    )
    .option('--collect <folder>', 'lägger ihop loggarna av en belastning som gick i Kubernetes')
    .addOption(faultOption())
    .addOption(outOption())
    .addOption(replaceOption())
    .addOption(signOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep load sas-vardag --hours 09-12 --multiply 1.2 --in 3m\n' +
        '  npx genrep load sas-vardag --profile step-up\n' +
        '  npx genrep load sas-vardag --system ./testmiljo.yaml --distributed 4 --out ./k8s',
    )
    .action(async (day: string, options: LoadOptions) => {
      if (options.distributed !== undefined) {
        const { distributeLoad } = await import('../actions/load-distributed.ts');
        return distributeLoad(day, { ...options, segments: options.distributed });
      }
      if (options.collect !== undefined) {
        const { collectDistributedLoad } = await import('../actions/load-distributed.ts');
        return collectDistributedLoad(day, options.collect, options);
      }
      const { loadWithDay } = await import('../actions/load.ts');
      await loadWithDay(day, options);
    });
