import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { featuresCommand } from '../cli/commands/features.ts';
import { readinessCommand } from '../cli/commands/readiness.ts';
import { reportCommand } from '../cli/commands/report.ts';
import { verifyCommand } from '../cli/commands/verify.ts';
import { ROOT } from '../cli/project.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { eventsOf } from '../reports/testing/synthetic.ts';
import { writeReports } from '../reports/write.ts';

const read = (file: string) => readFileSync(path.join(ROOT, 'docs/ci', file), 'utf8');
const TEMPLATES = ['github.yml', 'gitlab.yml', 'azure-pipelines.yml', 'Jenkinsfile'] as const;
const COMMANDS = new Map(
  [featuresCommand, verifyCommand, reportCommand, readinessCommand].map((make) => [make().name(), make]),
);

/** Parses a command line with the command's own options, without doing anything; throws what the user would be told. */
function accept(line: string): void {
  const [npx, genrep, name = '', ...args] = line.split(/\s+/);
  const command: Command | undefined = COMMANDS.get(name)?.();
  if (npx !== 'npx' || genrep !== 'genrep' || command === undefined) throw new Error(`No command: ${line}`);
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  command.action(() => undefined).parse(args, { from: 'user' });
}

const commandsIn = (text: string): string[] => text.match(/npx genrep [^\n']+/g) ?? [];

describe.each(TEMPLATES)('the template for %s', (file) => {
  it('runs commands that there are, with options that they take', () => {
    const commands = commandsIn(read(file));
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const command of commands) expect(() => accept(command), command).not.toThrow();
  });

  it('keeps files that a run leaves', async () => {
    const folder = await journalOf(eventsOf({ instances: 8 }));
    await writeReports(folder);
    const named = read(file).match(/runs\/ci\/[\w./-]*\w/g) ?? [];
    const missing = named
      .map((name) => name.slice('runs/ci/'.length))
      .filter((name) => readFileSync(path.join(folder, name)).length === 0);
    expect(missing).toEqual([]);
  });
});

it('a command line that is not right is told from one that is', () => {
  expect(() => accept('npx genrep features --chanel api')).toThrow(/chanel/);
  expect(() => accept('npx genrep fetures')).toThrow('No command');
});

it('the templates in YAML are YAML, and the one for GitHub is a workflow of steps', () => {
  for (const file of TEMPLATES.filter((name) => name.endsWith('.yml'))) {
    expect(parseDocument(read(file)).errors, file).toEqual([]);
  }
  const { on, jobs } = parseDocument(read('github.yml')).toJS();
  expect(Object.keys(on)).toContain('schedule');
  const steps: { uses?: string; run?: string }[] = jobs.features.steps;
  expect(steps.every(({ uses, run }) => (uses === undefined) !== (run === undefined))).toBe(true);
  expect(steps.flatMap(({ uses }) => uses ?? []).every((uses) => /^[\w-]+\/[\w/-]+@v\d+$/.test(uses))).toBe(
    true,
  );
});
