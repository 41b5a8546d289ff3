import { execFile, spawn } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { genrep } from './command.ts';
import { journalSays } from './journal-says.ts';
import { readWalkThrough } from './walk-through/page.ts';
import { type ShellLine, shellLines } from './walk-through/shell.ts';

/** A folder of one's own, made and used as docs/how-to/ci.md says, with Genrep installed in it as npm would, and no network. */

const run = promisify(execFile);
const pageOf = (name: string) => readFile(path.join(ROOT, 'docs/how-to', name), 'utf8');

const ciPage = await pageOf('ci.md');
const [, walkThrough = ''] = /^## From an empty repository.*?$([\s\S]*?)^## /m.exec(ciPage) ?? [];
const [begin = [], repository = [], ...pipeline] = readWalkThrough(walkThrough).commands.map(shellLines);

/** What the page calls the new folder. */
const THEIRS = '../var-generalrepetition';

let folder: string;
let base: string;

const environment = () => ({
  ...process.env,
  PATH: `${path.join(folder, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
  npm_config_offline: 'true',
  npm_config_loglevel: 'error',
});

/** In a process group of its own, as a terminal would have it. */
function start(command: string, cwd = folder) {
  const child = spawn('sh', ['-c', command], { cwd, env: environment(), detached: true });
  const ended = new Promise<number>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? EXIT.interrupted : -1))),
  );
  const result = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
    ([exitCode, stdout, stderr]) => ({ exitCode, stdout, stderr }),
  );
  return { child, result };
}

async function play({ command, exitCode }: ShellLine, cwd = folder) {
  // Allure's page takes as long as all else, and is tried elsewhere.
  const ended = await start(command.replace(/ features .*--out \S+/, '$& --no-allure'), cwd).result;
  expect(ended.exitCode, `${command}\n${ended.stdout}${ended.stderr}`).toBe(exitCode);
  return ended;
}

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'genrep-init-'));
  folder = path.join(base, 'vår övning');
  for (const line of begin) {
    await play({ ...line, command: line.command.replace(THEIRS, `'${folder}'`) }, ROOT);
  }
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(await lockOf(folder)));
  for (const line of repository) {
    const isInstall = line.command === 'npm install';
    // Without a registry to ask, from the lock file that it would write.
    await play(isInstall ? { ...line, command: 'npm ci' } : line);
    if (isInstall) await useWhatIsHere();
  }
  const [flow = ''] = /^# language: sv[\s\S]*?(?=^```)/m.exec(await pageOf('write-a-flow.md')) ?? [];
  await writeNew('features/akutsjukvard/mitt-prov.feature', flow);
}, 300_000);

afterAll(() => rm(base, { recursive: true, force: true }));

async function writeNew(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), content);
}

/** The lock file that npm would write where it may ask a registry: Genrep's own dependencies, as Genrep's lock has them. */
async function lockOf(project: string) {
  const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
  const [own, { dependencies, bin, name, version }, { packages }] = await Promise.all([
    json(path.join(project, 'package.json')),
    json(path.join(ROOT, 'package.json')),
    json(path.join(ROOT, 'package-lock.json')),
  ]);
  const { stdout: registry } = await run('npm', ['config', 'get', 'registry'], { cwd: project });
  const needed = Object.entries<{ dev?: boolean; version: string }>(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place, entry]) => {
      // Where it comes from, so that npm need not ask and finds it among what it fetched for Genrep itself.
      const of = place.split('node_modules/').at(-1) ?? '';
      const resolved = `${registry.trim()}${of}/-/${path.basename(of)}-${entry.version}.tgz`;
      return [place, { ...entry, resolved }] as const;
    });
  return {
    name: own.name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': own,
      [`node_modules/${name}`]: { version, resolved: own.dependencies[name], dependencies, bin },
      ...Object.fromEntries(needed),
    },
  };
}

/** What set-up would build or fetch again. */
async function useWhatIsHere(): Promise<void> {
  const cache = path.join(folder, 'node_modules', 'genrep', '.cache');
  await mkdir(cache, { recursive: true });
  await cp(path.join(ROOT, '.cache', 'k6'), path.join(cache, 'k6'), { recursive: true });
  const node = path.join(folder, 'node_modules', 'node', 'bin');
  await mkdir(node, { recursive: true });
  await symlink(process.execPath, path.join(node, 'node')).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

describe('the walk-through for CI', () => {
  const lines = pipeline.flat();

  it.each(lines)('$command ends with $exitCode', { timeout: 120_000 }, async (line) => {
    if (!line.remark.includes('Ctrl-C')) {
      await play(line);
      return;
    }
    const { child, result } = start(line.command);
    await journalSays(path.join(folder, 'runs/cut'), '"type":"run-started"', () => child.exitCode !== null);
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
    const left = await readdir(path.join(folder, 'runs/green/report'));
    expect(left.toSorted()).toEqual(told.toSorted());
  });

  it("weighs the folder's own stage where none is told", async () => {
    const evidence = await readFile(path.join(folder, 'runs/green/evidence.ndjson'), 'utf8');
    const [first = ''] = evidence.split('\n');
    expect(JSON.parse(first).event).toMatchObject({ type: 'run-started', stage: { name: 'min-etapp' } });
  });

  it('is what the pipeline does that it copied', async () => {
    const workflow = await readFile(path.join(folder, '.github/workflows/genrep.yml'), 'utf8');
    const steps: { run?: string }[] = parse(workflow).jobs.features.steps;
    const commands = steps.flatMap(({ run: command = '' }) =>
      command.startsWith('npm exec')
        ? [command.replace(' --system reference', '').replace('$RUN', 'runs/green')]
        : [],
    );
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(lines.map((line) => line.command)).toContain(command);
    const [setUp = ''] = /node \S+set-up\.mjs/.exec(workflow) ?? [];
    await readFile(path.join(folder, setUp.replace('node ', '')));
  });
});

/** A test and a drug that Genrep does not know, in a flow that needs them. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'features/slutenvard/egna-ord.feature': `# language: sv
@slutenvård
Egenskap: Egna ord
  @klass-1 @KRAV-LAB-01 @KRAV-LAB-90
  Scenario: D-dimer besvaras och alteplas ges
    Givet en patient mellan 60 och 95 år
    När medicinska sekreteraren på avdelningen skriver in patienten som "inskrivningen"
    Och läkaren på avdelningen ordinerar och signerar D-dimer som "provet"
    Så ser biomedicinska analytikern på laboratoriet "provet" på arbetslistan inom 5 sekunder
    När undersköterskan på avdelningen tar "provet"
    Och biomedicinska analytikern på laboratoriet svarar 0,8 mg/L{FEU} på "provet" som "svaret"
    Så ser läkaren på avdelningen svar på "provet" inom 5 sekunder
    När läkaren på avdelningen ordinerar Alteplas som "ordinationen"
    Och sjuksköterskan på avdelningen ger "ordinationen" som "dosen"
    Så ser sjuksköterskan på avdelningen att "dosen" är den ordinerade dosen av "ordinationen"
`,
};

describe('a folder made by genrep init', () => {
  it('rehearses a small day with its own area, by api, in browsers and under load, and passes', async () => {
    const { stdout } = await run('npm', ['start'], { cwd: folder, env: environment(), maxBuffer: 1 << 26 });
    expect(stdout).toMatch(/Flöden\s+✓ \d+ godkända\s+\((\d+) av \1 spelade, [1-9]\d* i webbläsare\)/);
    const flows = await startedFlows('*min-dag*');
    expect(flows.filter(({ flow }) => flow.startsWith('slutenvard/maltid')).length).toBeGreaterThan(12);
    expect(new Set(flows.map(({ channel }) => channel))).toEqual(new Set(['api', 'ui']));
    expect(flows.some(({ load }) => load !== undefined)).toBe(true);
  }, 300_000);

  it('has an area that the compiler has read, and is told what an area leaves out', async () => {
    // What the first time found right is not looked at again the second.
    const command = 'npm run types -- --incremental --tsBuildInfoFile .cache/types';
    const types = () => play({ command, exitCode: EXIT.pass, remark: '' });
    await types();
    const index = path.join(folder, 'care', 'meals', 'index.ts');
    const whole = await readFile(index, 'utf8');
    await writeFile(index, whole.replace(/ +'meal-in-record': .*\n/, ''));
    await expect(types()).rejects.toThrow(/care\/meals\/index\.ts.*meal-in-record/);
    await writeFile(index, whole);
  }, 60_000);

  it('plays words of its own by api and in pages, simulates them and plans them as load', {
    timeout: 180_000,
  }, async () => {
    const page = await pageOf('write-a-flow.md');
    const block = (beginning: string) =>
      new RegExp(`^${beginning}\\n[\\s\\S]*?(?=^\`\`\`)`, 'm').exec(page)?.[0] ?? '';
    await writeNew('care/laboratory/words/mina-prov.yaml', block('tests:'));
    await writeNew('care/medication/words/mina-lakemedel.yaml', block('drugs:'));
    const requirements = path.join(folder, 'scenarios/requirements.yaml');
    await appendFile(requirements, block(' {2}- id: KRAV-LAB-90'));
    for (const [file, content] of Object.entries(OWN_WORDS)) await writeNew(file, content);
    const day = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
    const mix = '  - { flow: slutenvard/egna-ord, perDay: 40, arrivals: akuten }';
    await writeNew('scenarios/days/sas-vardag.yaml', day.replace(/^mix:$/m, `mix:\n${mix}`));
    const passes = (command: string) =>
      play({ command: `npm exec --no genrep -- ${command}`, exitCode: EXIT.pass, remark: '' });

    await passes('features features/slutenvard/egna-ord.feature --out runs/words');
    expect((await startedFlows('words')).map(({ channel }) => channel)).toEqual(['api', 'ui']);
    await passes('simulate sas-vardag --replications 2 --out runs/simulated');
    await passes('simulate min-dag --replications 5 --out runs/own-simulated');
    await passes('load sas-vardag --profile min-topp --system var-testmiljo --distributed 1 --out runs/load');
    const { stdout: planned } = await run('sh', ['-c', 'cat $(find runs/load -type f)'], {
      cwd: folder,
      maxBuffer: 1 << 28,
    });
    expect(planned).toContain('NPU28289');
    expect(planned).toContain('B01AD02');
  });

  async function startedFlows(runs: string) {
    const { stdout } = await run('sh', ['-c', `cat runs/${runs}/evidence.ndjson`], {
      cwd: folder,
      maxBuffer: 1 << 28,
    });
    return stdout
      .split('\n')
      .filter((line) => line.includes('"type":"flow-started"'))
      .map((line) => JSON.parse(line).event);
  }
});

it('genrep init leaves a folder alone that holds something', async () => {
  const { exitCode, stderr } = await genrep(['init', ROOT]);
  expect(exitCode).toBe(EXIT.badInput);
  expect(stderr).toMatch(/finns redan .*; ange en ny eller tom mapp/);
});
