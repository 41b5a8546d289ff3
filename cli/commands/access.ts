import { Command, Option } from 'commander';
import type { AccessOptions } from '../actions/access.ts';
import { faultOption, stageOption, systemOption, withEvidenceOptions } from './options.ts';

export const accessCommand = (): Command =>
  withEvidenceOptions(
    new Command('access')
      .summary('prövar vem som får se och göra vad · tries who may see and do what')
      .description(
        'Prövar vem som ska, får och inte får läsa och göra vad, efter regler som en jurist kan läsa: roll, förhållande, samtycke ' +
          'och spärr, på alla vägar dit. Sedan hålls det som gjordes mot systemets logg, och loggkontrollen ska finna det snokande ' +
          'som planterats. Rutorna är alla, eller så få att varje par (2) eller trippel (3) av värden möts.',
      )
      .argument('[rules]', 'åtkomstreglerna: en fil i scenarios/access, med namn eller sökväg', 'sverige')
      .addOption(systemOption())
      .addOption(
        new Option('--strength <strength>', 'vilka kombinationer som prövas')
          .choices(['2', '3', 'all'])
          .default('3'),
      )
      .addOption(stageOption())
      .addOption(faultOption()),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep access\n  npx genrep access --system ./vart-system.yaml --strength 2\n  npx genrep access --fault nurse-prescribes',
    )
    .action(async (rules: string, options: AccessOptions) => {
      const { runAccess } = await import('../actions/access.ts');
      await runAccess(rules, options);
    });
