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

/** Only what is installed here: where it is not, nobody's package of that name is fetched. */
const SAFELY = 'npm exec --no genrep -- ';

/** Parses a command line with the command's own options, without doing anything; throws what the user would be told. */
function accept(line: string): void {
  const [name = '', ...args] = line.startsWith(SAFELY) ? line.slice(SAFELY.length).split(/\s+/) : [];
  const command: Command | undefined = COMMANDS.get(name)?.();
  if (command === undefined) throw new Error(`No command: ${line}`);
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  command.action(() => undefined).parse(args, { from: 'user' });
}

const commandsIn = (text: string): string[] => text.match(/(?:npx|npm exec) [^\n']+/g) ?? [];

describe.each(TEMPLATES)('the template for %s', (file) => {
  it('runs commands that there are, with options that they take', () => {
    const commands = commandsIn(read(file));
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const command of commands) expect(() => accept(command), command).not.toThrow();
  });

  it('keeps files that a run leaves', async () => {
    const folder = await journalOf(eventsOf({ instances: 8 }));
    await writeReports(folder);
    const named = [...read(file).matchAll(/RUN\b[ )}]*\/([\w./-]*\w)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(0);
    const missing = named.filter((name) => readFileSync(path.join(folder, name)).length === 0);
    expect(missing).toEqual([]);
  });

  it('names the folder of a run after its build, so that two builds in one workspace do not meet', () => {
    expect(read(file)).toMatch(/RUN\b.*runs\/.*(run_id|CI_JOB_ID|BuildId|BUILD_TAG)/);
    expect(commandsIn(read(file)).every((command) => /\bRUN\b/.test(command))).toBe(true);
    expect(read(file)).not.toContain('runs/ci');
  });
});

it('a command line that is not right is told from one that is', () => {
  expect(() => accept(`${SAFELY}features --chanel api`)).toThrow(/chanel/);
  expect(() => accept(`${SAFELY}fetures`)).toThrow('No command');
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
