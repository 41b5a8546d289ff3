import { Command } from 'commander';
import { allureOption } from './options.ts';

/** As commander hands them over. */
export interface ReportOptions {
  readonly allure: boolean;
}

export const reportCommand = (): Command =>
  new Command('report')
    .summary('gör om rapporterna ur underlaget · make the reports again from the evidence')
    .argument('<run...>', 'körningarnas mappar, eller deras id i runs/')
    .addOption(allureOption())
    .addHelpText('after', '\nExempel:\n  npx genrep report runs/2026-11-22T080000-sas-vardag-1a2b')
    .action(async (runs: readonly string[], options: ReportOptions) => {
      const { reportRuns } = await import('../actions/report.ts');
      await reportRuns(runs, options);
    });
