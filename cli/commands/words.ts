import { Command } from 'commander';

/** As commander hands them over. */
interface WordsOptions {
  readonly html?: string;
  readonly json?: true;
}

export const wordsCommand = (): Command =>
  new Command('words')
    .summary('visar alla meningar och ord som ett flöde kan skrivas med · the sentences and words of a flow')
    .description(
      'Visar varje mening som ett patientflöde kan skrivas med, vårdområde för vårdområde, med exempel, vad den visar och var den går att pröva, och orden som får stå i den.',
    )
    .option('--html <file>', 'skriv en sida i stället, att läsa och skriva ut')
    .option('--json', 'skriv allt som JSON')
    .addHelpText('after', '\nExempel:\n  npx genrep words\n  npx genrep words --html ordbok.html')
    .action(async (options: WordsOptions) => {
      const { showWords } = await import('../actions/words.ts');
      await showWords(options);
    });
