import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { genrep } from './command.ts';
import { journalSays } from './journal-says.ts';
import { begin, ciPage, howTo, pipeline as lines, OwnFolder } from './own-folder.ts';

/** A folder of one's own, made and used as docs/how-to/ci.md says; what else can be done in it, thorough/ tries. */

let own: OwnFolder;
beforeAll(async () => {
  own = await OwnFolder.make();
  const [flow = ''] = /^# language: sv[\s\S]*?(?=^```)/m.exec(await howTo('write-a-flow.md')) ?? [];
  await own.write('features/akutsjukvard/mitt-prov.feature', flow);
}, 300_000);

afterAll(() => own.remove());

describe('the walk-through for CI', () => {
  it.each(lines)('$command ends with $exitCode', { timeout: 120_000 }, async (line) => {
    if (!line.remark.includes('Ctrl-C')) {
      await own.play(line);
      return;
    }
    const { child, result } = own.start(line.command);
    await journalSays(
      path.join(own.folder, 'runs/cut'),
      '"type":"run-started"',
      () => child.exitCode !== null,
    );
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const { exitCode, stderr } = await result;
    expect(exitCode).toBe(line.exitCode);
    const [, goOn = ''] = /npx genrep (features --resume \S+)/.exec(stderr) ?? [];
    expect(lines.map(({ command }) => command)).toContain(`npm exec --no genrep -- ${goOn}`);
  });

  it('shows every exit code that the table tells of, and those are all that there are', () => {
    const told = [...ciPage.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(told).toEqual(Object.values(EXIT));
    expect(new Set([...begin, ...lines].map(({ exitCode }) => exitCode))).toEqual(new Set(told));
  });

  it('leaves the files that the page tells of, and no other', async () => {
    const [, table = ''] = /^## What is left$([\s\S]*?)^Keep as artefacts/m.exec(ciPage) ?? [];
    const told = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[\w.-]+/g) ?? [],
    );
    const left = await readdir(path.join(own.folder, 'runs/green/report'));
    expect(left.toSorted()).toEqual(told.toSorted());
  });

  it("weighs the folder's own stage where none is told", async () => {
    const evidence = await readFile(path.join(own.folder, 'runs/green/evidence.ndjson'), 'utf8');
    const [first = ''] = evidence.split('\n');
    expect(JSON.parse(first).event).toMatchObject({ type: 'run-started', stage: { name: 'min-etapp' } });
  });

  it('is what the pipeline does that it copied', async () => {
    const workflow = await readFile(path.join(own.folder, '.github/workflows/genrep.yml'), 'utf8');
    const steps: { run?: string }[] = parse(workflow).jobs.features.steps;
    const commands = steps.flatMap(({ run: command = '' }) =>
      command.startsWith('npm exec')
        ? [command.replace(' --system reference', '').replace('$RUN', 'runs/green')]
        : [],
    );
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(lines.map((line) => line.command)).toContain(command);
    const [setUp = ''] = /node \S+set-up\.mjs/.exec(workflow) ?? [];
    await readFile(path.join(own.folder, setUp.replace('node ', '')));
  });
});

it('genrep init leaves a folder alone that holds something', async () => {
  const { exitCode, stderr } = await genrep(['init', ROOT]);
  expect(exitCode).toBe(EXIT.badInput);
  expect(stderr).toMatch(/finns redan .*; ange en ny eller tom mapp/);
});
