import { Argument, Command, Option } from 'commander';
import { COURSES, type Course } from '../../domain/first-weeks.ts';
import type { DecideOptions } from '../actions/weeks/decide.ts';
import type { ShowWeeksOptions } from '../actions/weeks/show.ts';
import type { SupportCommandOptions } from '../actions/weeks/support.ts';
import { decisionsOption } from './attest.ts';
import { count, replaceOption, seedOption, signOption } from './options.ts';

const planOption = (): Option =>
  new Option('--plan <plan>', 'planen för veckorna i scenarios/weeks, med namn eller sökväg').default(
    '1-sodra',
  );

const PLACES =
  'en mapp, eller filer, med avvikelser och vårdkontakter (CSV), och avvikelser som FHIR Task (NDJSON)';

export const weeksCommand = (): Command =>
  new Command('weeks')
    .summary('kommandocentralen de första veckorna · the command centre of the first weeks')
    .description(
      'Visar läget de första veckorna: stoppregler, öppna avvikelser, avvikelser på 1 000 vårdkontakter, trend, orsaker och ' +
        'överlämning mellan passen, ur filer som kommer in. Sidan skrivs i mappen, eller i --out.',
    )
    .argument('<folder...>', PLACES)
    .addOption(planOption())
    .option('--at <time>', 'läget vid en tidpunkt, ÅÅÅÅ-MM-DD HH:MM svensk tid (annars nu)')
    .option('--watch', 'fortsätt, och skriv sidan på nytt när något kommer in')
    .addOption(
      new Option('--every <seconds>', 'med --watch: skriv om minst så ofta').default(60).argParser(count(1)),
    )
    .addOption(decisionsOption())
    .option('--out <folder>', 'mappen för weeks.html och weeks.json (annars den första mappen)')
    .option('--json', 'skriv läget som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep weeks avvikelser --watch\n  npx genrep weeks avvikelser --at "2027-01-14 13:30"',
    )
    .action(async (places: readonly string[], options: ShowWeeksOptions) => {
      const { showWeeks } = await import('../actions/weeks/show.ts');
      await showWeeks(places, options);
    })
    .addCommand(fixCommand())
    .addCommand(decideCommand())
    .addCommand(supportCommand());

const signed = (command: Command): Command =>
  command
    .requiredOption('--by <name>', 'vem som beslutar')
    .requiredOption('--reason <text>', 'varför')
    .addOption(signOption())
    .addOption(decisionsOption())
    .option('--json', 'skriv beslutet som JSON på standard ut');

const fixCommand = (): Command =>
  signed(
    new Command('fix')
      .summary('fastställer stoppreglerna före start · fixes the stop rules before the start')
      .description(
        'Skriver ner, signerat, att planens stoppregler är de som räknas. En kopia av planen läggs bland besluten. ' +
          'Regler som ändras efteråt visas, men det är de fastställda som döms.',
      )
      .argument('<plan>', 'planen för veckorna i scenarios/weeks, med namn eller sökväg'),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep weeks fix 1-sodra --by "Chefläkaren" --reason "Styrgruppen 8 januari" --sign genrep-key.pem',
    )
    .action(async (plan: string, options: Omit<DecideOptions, 'plan'>) => {
      const { fixStopRules } = await import('../actions/weeks/decide.ts');
      await fixStopRules(plan, options);
    });

const decideCommand = (): Command =>
  signed(
    new Command('decide')
      .summary('skriver ner beslutet att fortsätta, vänta eller stoppa · the decision to go on, hold or stop')
      .description(
        'Skriver ner, signerat, hur det går vidare, med läget just då som bilaga. En stoppregel som har löst ut räknas så tills ' +
          'någon har beslutat efter det.',
      )
      .addArgument(
        new Argument('<course>', 'go-on fortsätt, hold vänta med allt nytt, stop stoppa').choices(COURSES),
      )
      .argument('<folder...>', PLACES)
      .addOption(planOption()),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep weeks decide hold avvikelser --by "Chefläkaren" --reason "AVV-12 är olöst" --sign genrep-key.pem',
    )
    .action(async (course: Course, places: readonly string[], options: DecideOptions) => {
      const { decideCourse } = await import('../actions/weeks/decide.ts');
      await decideCourse(course, places, options);
    });

const supportCommand = (): Command =>
  new Command('support')
    .summary('simulerar kön till stödet de första veckorna · simulates the queue for help')
    .description(
      'Simulerar hur länge användarna väntar på stöd, vecka för vecka och linje för linje, och vad annan bemanning skulle ge. ' +
        'Med ett labb räknas frågorna ur den hjälp som människor bad om där.',
    )
    .argument('<plan>', 'planen för veckorna i scenarios/weeks, med namn eller sökväg')
    .addOption(new Option('--lab <run...>', 'körningar av labb, med namn eller mapp').default([], 'inga'))
    .addOption(
      new Option('--replications <number>', 'hur många gånger veckorna spelas')
        .default(50)
        .argParser(count(2)),
    )
    .addOption(seedOption())
    .addOption(signOption())
    .option('--out <folder>', 'mappen för support.html (annars en ny i runs/)')
    .addOption(replaceOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep weeks support 1-sodra --lab 2026-12-01T090000-sas-vardag-1a2b',
    )
    .action(async (plan: string, options: SupportCommandOptions) => {
      const { foreseeSupport } = await import('../actions/weeks/support.ts');
      await foreseeSupport(plan, options);
    });
