import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { EXIT } from '../domain/verdict.ts';
import { accessCommand } from './commands/access.ts';
import { approveCommand } from './commands/approve.ts';
import { attestCommand } from './commands/attest.ts';
import { cleanCommand } from './commands/clean.ts';
import { contractCommand } from './commands/contract.ts';
import { dayCommand } from './commands/day.ts';
import { deckCommand } from './commands/deck.ts';
import { doctorCommand } from './commands/doctor.ts';
import { drillCommand } from './commands/drill.ts';
import { exportCommand } from './commands/export.ts';
import { featuresCommand } from './commands/features.ts';
import { generateCommand } from './commands/generate.ts';
import { initCommand } from './commands/init.ts';
import { keyCommand } from './commands/key.ts';
import { labCommand } from './commands/lab.ts';
import { loadCommand } from './commands/load.ts';
import { migrationCommand } from './commands/migration.ts';
import { planCommand } from './commands/plan.ts';
import { readinessCommand } from './commands/readiness.ts';
import { referenceCommand } from './commands/reference.ts';
import { reportCommand } from './commands/report.ts';
import { roadmapCommand } from './commands/roadmap.ts';
import { seedCommand } from './commands/seed.ts';
import { shrinkCommand } from './commands/shrink.ts';
import { simulateCommand } from './commands/simulate.ts';
import { traceCommand } from './commands/trace.ts';
import { trainingCommand } from './commands/training.ts';
import { trendCommand } from './commands/trend.ts';
import { trialCommand } from './commands/trial.ts';
import { verifyCommand } from './commands/verify.ts';
import { weeksCommand } from './commands/weeks.ts';
import { wordsCommand } from './commands/words.ts';
import { explain } from './failure.ts';
import { VERSION } from './project.ts';

/** Each command's file says what it is and takes; what it does is imported when it is called, so that help is quick. */
const COMMANDS = [
  dayCommand,
  featuresCommand,
  planCommand,
  wordsCommand,
  simulateCommand,
  generateCommand,
  seedCommand,
  loadCommand,
  labCommand,
  deckCommand,
  migrationCommand,
  accessCommand,
  drillCommand,
  cleanCommand,
  contractCommand,
  referenceCommand,
  verifyCommand,
  reportCommand,
  exportCommand,
  readinessCommand,
  weeksCommand,
  attestCommand,
  approveCommand,
  traceCommand,
  trainingCommand,
  roadmapCommand,
  keyCommand,
  trendCommand,
  trialCommand,
  shrinkCommand,
  doctorCommand,
  initCommand,
];

/** All commands, each with what it takes. */
export function genrepProgram(): Command {
  const program = new Command('genrep')
    .description(
      'Generalrepetition: övar en dag på jobbet i ett nytt vårdinformationssystem innan den dagen kommer.',
    )
    .version(VERSION, '-V, --version', 'visa versionen')
    .helpOption('-h, --help', 'visa hjälp')
    .helpCommand('help [kommando]', 'visa hjälp om ett kommando')
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      `
Slutkoder: 0 körningen godkänd; av readiness klartecken · 1 underkänd; inget klartecken · 2 fel i indata · 3 går inte att avgöra ·
           4 systemet eller Genrep klarade inte sin del · 130 avbrutet, underlaget finns kvar`,
    );
  for (const command of COMMANDS) program.addCommand(command());
  // What stands after a subcommand is that one's own, though the command above it has an option of the same name.
  for (const command of withSubcommands(program)) command.exitOverride().enablePositionalOptions();
  return program;
}

/** Runs a command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await genrepProgram().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? usageExitCode(error) : reportFailure(error);
  }
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

const usageExitCode = ({ exitCode }: CommanderError): number => (exitCode === 0 ? EXIT.pass : EXIT.badInput);

function reportFailure(error: unknown): number {
  const { sentence, exitCode } = explain(error);
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}
