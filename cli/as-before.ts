import type { Command } from 'commander';
import type { Asked } from '../domain/evidence.ts';
import { EvidenceError } from '../evidence/errors.ts';
import { readEvidence } from '../evidence/read.ts';
import { findRun } from './run-folder.ts';

/** What is of this once, and not of the run. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['out', 'replace', 'resume', 'sign', 'json', 'allure']);

/** What a run remembers of its command line. */
export const askedFor = (args: readonly (string | undefined)[], options: object): Asked => ({
  arguments: args.filter((argument) => argument !== undefined),
  options: Object.fromEntries(
    Object.entries(options).filter(([name, value]) => value !== undefined && !OF_THE_MOMENT.has(name)),
  ),
});

/**
 * The command line for a run that goes on: what it was begun with, and what the user writes now beside `--resume`; the
 * options of a run from before 0.2 but for its seed and speed are not known. Throws EvidenceError where there is no run.
 */
export async function asBefore<O extends { readonly resume?: string }>(
  command: Command,
  args: readonly (string | undefined)[],
  options: O,
): Promise<{ readonly args: readonly (string | undefined)[]; readonly options: O }> {
  if (options.resume === undefined) return { args, options };
  const { asked, seed, speed } = await beginningOf(findRun(options.resume));
  const written = Object.entries(options).filter(([name]) => command.getOptionValueSource(name) === 'cli');
  return {
    args: args.some((argument) => argument !== undefined && argument.length > 0)
      ? args
      : (asked?.arguments ?? args),
    options: { ...options, seed, speed, ...asked?.options, ...Object.fromEntries(written) },
  };
}

async function beginningOf(run: string) {
  for await (const { event } of readEvidence(run)) if (event.type === 'run-started') return event;
  throw new EvidenceError('not-resumable', `Körningen i ${run} hade inte börjat; ta bort mappen och kör om.`);
}
