import { Command, Option } from 'commander';
import type { CardsOptions } from '../actions/lab-cards.ts';
import type { DebriefOptions } from '../actions/lab-debrief.ts';
import type { MselOptions } from '../actions/lab-msel.ts';
import type { LabReportOptions } from '../actions/lab-report.ts';
import type { SheetOptions } from '../print-sheet.ts';
import { count, seedOption, systemOption } from './options.ts';

/** What is done with a lab on paper, and when its day is over. */
export const labAfterCommands = (): readonly Command[] => [
  mselCommand(),
  cardsCommand(),
  guideCommand(),
  debriefCommand(),
  reportCommand(),
];

const RUN = 'körningen, med namn eller mapp';

const cardsCommand = (): Command =>
  new Command('cards')
    .summary('skriver ut uppgiftskorten, fyra på ett A4 · print the task cards, four on an A4')
    .description(
      'Skriver ut alla uppgifter som labbets platser kan få, i A6 att klippa, med samma nummer som på surfplattan. ' +
        'Dagen, planen, fröet och systemet ska vara desamma som när labbet spelas.',
    )
    .argument('<day>', 'en dag i scenarios/days, med namn eller sökväg')
    .option('--plan <file>', 'platser, timmar och händelser (annars den i scenarios/labs med dagens namn)')
    .addOption(systemOption())
    .addOption(seedOption())
    .option('--address <url>', 'adressen som surfplattorna kommer att nå labbet på, för QR-koderna')
    .option('--out <file>', 'filen som skrivs', 'uppgiftskort.pdf')
    .option('--json', 'skriv var filerna ligger som JSON på standard ut')
    .addHelpText('after', '\nExempel:\n  npx genrep lab cards sas-vardag --address http://192.168.1.20:8430')
    .action(async (day: string, options: CardsOptions) => {
      const { printCards } = await import('../actions/lab-cards.ts');
      await printCards(day, options);
    });

const mselCommand = (): Command =>
  new Command('msel')
    .summary('händelserna som kalkylark, ut och in · the injects as a spreadsheet, out and in')
    .description(
      'Skriver en plans händelser som CSV för ett kalkylark, eller planen med de händelser som ett sparat kalkylark har. ' +
        'Kommentarer och allt annat i planen står kvar.',
    )
    .argument('<plan>', 'en plan i scenarios/labs, med namn eller sökväg')
    .option('--from <file>', 'ett kalkylark, sparat som CSV, vars händelser sätts i planen')
    .option('--out <file>', 'filen som skrivs (annars standard ut)')
    .option('--json', 'skriv händelserna som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep lab msel sas-vardag --out händelser.csv\n  npx genrep lab msel sas-vardag --from händelser.csv --out vart-labb.yaml',
    )
    .action(async (plan: string, options: MselOptions) => {
      const { exchangeInjects } = await import('../actions/lab-msel.ts');
      await exchangeInjects(plan, options);
    });

const guideCommand = (): Command =>
  new Command('guide')
    .summary('skriver ut en sida till deltagarna · print the page for participants')
    .description('Skriver ut en sida på svenska till deltagarna: hur labbet går till, och vad som sparas.')
    .option('--out <file>', 'filen som skrivs', 'labbguide.pdf')
    .option('--json', 'skriv var filerna ligger som JSON på standard ut')
    .addHelpText('after', '\nExempel:\n  npx genrep lab guide')
    .action(async (options: SheetOptions) => {
      const { printGuide } = await import('../actions/lab-cards.ts');
      await printGuide(options);
    });

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
