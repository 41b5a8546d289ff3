import { Command, Option } from 'commander';

/** As commander hands them over. */
interface ContractOptions {
  readonly channel?: 'api' | 'ui';
  readonly out?: string;
  readonly json?: true;
}

export const contractCommand = (): Command =>
  new Command('contract')
    .summary('prövar vad en drivrutin kan av allt som flödena gör · what a driver can do, tried')
    .description(
      'Kör kontraktet mot ett system: varje sak som flödena gör och ser prövas med ett ja och ett nej. Säger i ord vad drivrutinen kan, vad den gör fel och vad som inte går i systemet. Skriver påhittade personer i systemet.',
    )
    .argument('<profile>', 'systemet: en profil i systems/profiles, med namn eller sökväg')
    .addOption(new Option('--channel <channel>', 'vägen in; api där profilen har ett').choices(['api', 'ui']))
    .option('--out <file>', 'skriv tabellen som Markdown, för dokumentationen')
    .option('--json', 'skriv resultatet som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep contract reference\n  npx genrep contract ./vart-system.yaml --out docs/vad-vi-kan.md',
    )
    .action(async (profile: string, options: ContractOptions) => {
      const { tryContract } = await import('../actions/contract.ts');
      await tryContract(profile, options);
    });
