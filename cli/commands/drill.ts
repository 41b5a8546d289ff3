import { Command, Option } from 'commander';
import type { DrillOptions } from '../actions/drill.ts';
import { faultOption, stageOption, systemOption, withEvidenceOptions } from './options.ts';

export const drillCommand = (): Command =>
  withEvidenceOptions(
    new Command('drill')
      .summary(
        'övar ett stopp, en växling eller en återgång · rehearses a downtime, a failover or a roll-back',
      )
      .description(
        'Övar ett stopp i en testmiljö: dörren till systemet, eller till en del av det, stängs medan robotar arbetar. Det som händer ' +
          'skrivs på papper och förs in efteråt, och till sist stäms allt av: inget tappat, inget dubbelt, tider som på pappret.',
      )
      .argument('<drill>', 'en övning i scenarios/drills, med namn eller sökväg')
      .addOption(systemOption())
      .addOption(
        new Option(
          '--back <profile>',
          'vid återgång: det gamla systemets testmiljö, en profil med namn eller sökväg',
        ),
      )
      .addOption(stageOption())
      .addOption(faultOption()),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep drill planerat-stopp\n  npx genrep drill natet-borta --system ./var-testmiljo.yaml\n  npx genrep drill aterga-till-det-gamla --system ./nya.yaml --back ./gamla.yaml',
    )
    .action(async (name: string, options: DrillOptions) => {
      const { rehearseDowntime } = await import('../actions/drill.ts');
      await rehearseDowntime(name, options);
    });
