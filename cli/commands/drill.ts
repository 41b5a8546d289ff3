import { Command } from 'commander';
import type { DrillOptions } from '../actions/drill.ts';
import { outOption, seedOption, systemOption } from './options.ts';

export const drillCommand = (): Command =>
  new Command('drill')
    .summary('övar ett driftstopp: läsläge, papper, efterregistrering · rehearses a downtime')
    .description(
      'Övar ett driftstopp i en testmiljö: en lista skrivs ut före, dörren till systemet stängs, det som händer skrivs på ' +
        'papper och förs in efteråt, och till sist stäms allt av: inget tappat, inget dubbelt, tider som på pappret.',
    )
    .argument('<drill>', 'en övning i scenarios/drills, med namn eller sökväg')
    .addOption(systemOption())
    .addOption(seedOption())
    .addOption(outOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep drill planerat-stopp\n  npx genrep drill natet-borta --system ./var-testmiljo.yaml',
    )
    .action(async (name: string, options: DrillOptions) => {
      const { rehearseDowntime } = await import('../actions/drill.ts');
      await rehearseDowntime(name, options);
    });
