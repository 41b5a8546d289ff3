import { Command } from 'commander';
import type { LabReportOptions } from '../actions/lab-report.ts';

/** What is done with a lab when its day is over. */
export const labAfterCommands = (): readonly Command[] => [reportCommand()];

const RUN = 'körningen, med namn eller mapp';

const reportCommand = (): Command =>
  new Command('report')
    .summary('rapporten efter dagen, som sida och PDF · the report after the day, as page and PDF')
    .description(
      'Skriver rapporten efter dagen, under rubrikerna i NISTIR 7742, ur underlaget. Den innehåller inget som deltagare ' +
        'eller observatörer har skrivit.',
    )
    .argument('<run>', RUN)
    .option('--robots <run...>', 'körningar vars robotar är måttet för tid, helst i systemets sidor', [])
    .option('--pdf', 'skriv ut den som PDF också, genom webbläsaren')
    .option('--json', 'skriv var filerna ligger som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep lab report 2026-11-23T090000-sas-vardag-1a2b --pdf\n  npx genrep lab report LABB --robots KÖRNING-I-SIDORNA',
    )
    .action(async (run: string, options: LabReportOptions) => {
      const { reportLab } = await import('../actions/lab-report.ts');
      await reportLab(run, options);
    });
