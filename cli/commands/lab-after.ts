import { Command, Option } from 'commander';
import type { DebriefOptions } from '../actions/lab-debrief.ts';
import type { LabReportOptions } from '../actions/lab-report.ts';
import { count } from './options.ts';

/** What is done with a lab when its day is over. */
export const labAfterCommands = (): readonly Command[] => [debriefCommand(), reportCommand()];

const RUN = 'körningen, med namn eller mapp';

const debriefCommand = (): Command =>
  new Command('debrief')
    .summary('tidslinjen att gå igenom dagen vid · the timeline to talk the day over by')
    .description(
      'Visar dagen på en tidslinje i webbläsaren, för handledaren och observatörerna: spelas upp i valfri hastighet, väljs ' +
        'efter person, patient och överlämning, med bokmärken. Avslutas med Ctrl-C.',
    )
    .argument('<run>', RUN)
    .addOption(new Option('--port <number>', 'sidans port; 0 tar en ledig').default(8431).argParser(count(0)))
    .addOption(new Option('--host <address>', 'adressen som sidan finns på').default('127.0.0.1'))
    .option('--json', 'skriv adressen som JSON på standard ut')
    .addHelpText('after', '\nExempel:\n  npx genrep lab debrief 2026-11-23T090000-sas-vardag-1a2b')
    .action(async (run: string, options: DebriefOptions) => {
      const { debriefLab } = await import('../actions/lab-debrief.ts');
      await debriefLab(run, options);
    });

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
