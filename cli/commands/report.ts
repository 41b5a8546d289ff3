import { Command, Option } from 'commander';
import type { ReportOptions } from '../actions/report.ts';
import { allureOption, previousOption } from './options.ts';

export const reportCommand = (): Command =>
  new Command('report')
    .summary('gör om rapporterna ur underlaget · make the reports again from the evidence')
    .description(
      'Gör om alla rapporter ur underlaget, byte för byte desamma, var och när som helst. Jämförelsen med tidigare ' +
        'körningar hör bara till när de anges.',
    )
    .argument('<run...>', 'körningarnas mappar, eller deras id i runs/')
    .addOption(allureOption())
    .addOption(previousOption())
    .addOption(new Option('--pdf', 'skriv ut styrgruppens blad som PDF, genom webbläsaren'))
    .option('--json', 'skriv utfallet av varje körning som en rad JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep report runs/2026-11-22T080000-sas-vardag-1a2b --pdf --previous runs',
    )
    .action(async (runs: readonly string[], options: ReportOptions) => {
      const { reportRuns } = await import('../actions/report.ts');
      await reportRuns(runs, options);
    });
