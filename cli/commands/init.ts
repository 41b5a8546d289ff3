import { Command } from 'commander';

/** As commander hands them over. */
interface InitOptions {
  readonly genrep?: string;
  readonly json?: true;
}

export const initCommand = (): Command =>
  new Command('init')
    .summary('gör en mapp för en egen generalrepetition · a folder for a rehearsal of your own')
    .description(
      'Gör en mapp för en egen generalrepetition: ett flöde, ett vårdområde, en dag, en etapp, ett system och mallar för CI, som går att köra som den är.',
    )
    .argument('<folder>', 'en ny eller tom mapp')
    .option(
      '--genrep <version>',
      'vad npm ska installera som Genrep: en version eller file:PAKET.tgz (annars detta Genrep, packat i vendor/)',
    )
    .option('--json', 'skriv vad som gjordes som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep init ../var-generalrepetition\n  npx genrep init ../var --genrep file:../genrep-0.1.0.tgz',
    )
    .action(async (folder: string, options: InitOptions) => {
      const { initProject } = await import('../actions/init.ts');
      await initProject(folder, options);
    });
