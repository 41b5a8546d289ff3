import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { genrep } from './command.ts';
import { genrepHere } from './command-here.ts';

/** What a user can get wrong: one sentence, the named exit code, and nothing sent to anybody. */

let folder: string;
let requests = 0;
let webSite: Server;
let webAddress: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-bad-input-'));
  webSite = createServer((_request, response) => {
    requests += 1;
    response.setHeader('content-type', 'text/html').end('<h1>Välkommen</h1>');
  });
  await new Promise<void>((resolve) => webSite.listen(0, '127.0.0.1', resolve));
  webAddress = `http://127.0.0.1:${(webSite.address() as AddressInfo).port}`;
});

afterAll(() => webSite.close());

async function fileOf(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const profile = (lines: readonly string[]): string => lines.join('\n');

const sentences = (stderr: string): string[] => stderr.trim().split('\n');

describe('what a user can get wrong', () => {
  it('a command that does not exist', async () => {
    expect((await genrep(['dya', 'sas-vardag'])).exitCode).toBe(2);
  });

  it('no day at all', async () => {
    const { exitCode, stderr } = await genrepHere(['day']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('till exempel sas-vardag');
  });

  it('a run to shrink that there is none of, or none at all', async () => {
    for (const named of [['ingen-sådan'], []]) {
      const { exitCode, stderr } = await genrepHere(['shrink', ...named]);
      expect(exitCode).toBe(2);
      expect(sentences(stderr)).toHaveLength(1);
    }
  });

  it('a day with a key that does not exist: file, line, column and the nearest', async () => {
    const day = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
    const file = await fileOf('dag.yaml', day.replace(/^weekdayFactor:/m, 'weekdayFacter:'));
    const { exitCode, stderr } = await genrepHere(['plan', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/dag\.yaml:\d+:\d+: .*weekdayFacter.*weekdayFactor/);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('rules of access with a word that there is none of: file, line, column and the nearest', async () => {
    const rules = await readFile(path.join(ROOT, 'scenarios/access/sverige.yaml'), 'utf8');
    const file = await fileOf('regler.yaml', rules.replace('role: [pharmacist]', 'role: [pharmasist]'));
    const { exitCode, stderr } = await genrepHere(['access', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /regler\.yaml:\d+:\d+: ”pharmasist” är inget värde av role.*menade du "pharmacist"/,
    );
  });

  it('a deck with a drug that has no word: file, line, column and the nearest', async () => {
    const deck = await readFile(path.join(ROOT, 'scenarios/decks/ordination.yaml'), 'utf8');
    const file = await fileOf('fall.yaml', deck.replace('drug: Klindamycin', 'drug: Klindamycn'));
    const { exitCode, stderr } = await genrepHere(['deck', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /fall\.yaml:\d+:\d+: Läkemedlet "Klindamycn" har inget ord .*menade du "Klindamycin"/,
    );
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('a profile that is not marked as a test environment, before anything is sent', async () => {
    const file = await fileOf(
      'skarp.yaml',
      profile(['name: skarp', 'environment: production', `fhir: ${webAddress}`, 'signIn: { method: none }']),
    );
    const before = requests;
    const { exitCode, stderr } = await genrepHere(['day', 'sas-vardag', '--system', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/skarp\.yaml:2:\d+: .*test/);
    expect(requests).toBe(before);
  });

  it('a simulation of a day in which a queue can only grow, before anything is sent', async () => {
    const own = await readFile(path.join(ROOT, 'scenarios/simulation/sas-vardag.yaml'), 'utf8');
    const simulation = await fileOf(
      'simulering.yaml',
      own.replace('curve: laboratoriet, perDay: 140', 'curve: laboratoriet, perDay: 900'),
    );
    const system = await fileOf(
      'test.yaml',
      profile(['name: test', 'environment: test', `fhir: ${webAddress}`, 'signIn: { method: none }']),
    );
    const before = requests;
    const { exitCode, stderr } = await genrepHere([
      'day',
      'sas-vardag',
      '--simulation',
      simulation,
      '--system',
      system,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /simulering\.yaml:\d+:\d+: Kön till biomedicinsk analytiker på sas-lab kan bara växa/,
    );
    expect(sentences(stderr)).toHaveLength(1);
    expect(requests).toBe(before);
  });

  it('an address where there is something else than FHIR', async () => {
    const file = await fileOf(
      'webb.yaml',
      profile(['name: webb', 'environment: test', `fhir: ${webAddress}`, 'signIn: { method: none }']),
    );
    const { exitCode, stderr } = await genrep(['features', '--channel', 'api', '--system', file]);
    expect(exitCode).toBe(4);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('an address where nobody answers', async () => {
    const file = await fileOf(
      'ingen.yaml',
      profile([
        'name: ingen',
        'environment: test',
        'fhir: http://127.0.0.1:9/fhir',
        'signIn: { method: none }',
      ]),
    );
    const { exitCode, stderr } = await genrepHere(['plan', 'sas-vardag', '--system', file]);
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/ingen\.yaml:3:\d+: .*127\.0\.0\.1:9 .*http:\/\/127\.0\.0\.1:9\/fhir\. Pröva/);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it.each(['abc', '0/4', '5/4', '1', '1/2/3'])('a part of the scenarios that is none: %s', async (shard) => {
    const { exitCode, stderr } = await genrepHere(['features', '--shard', shard]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('till exempel 1/4');
    expect(sentences(stderr)).toHaveLength(1);
  });

  it.each([
    ['day', 'sas-vardag', '--only', '@KRAV-LAB-01', '--ui-share', '0'],
    ['simulate', 'sas-vardag', '--replications', '2'],
    ['generate', 'population', '--people', '5'],
  ])('%s into a folder that cannot be written', async (...command) => {
    const out = path.join(await fileOf('en-fil', 'upptagen'), 'mapp');
    const { exitCode, stderr, stdout } = await genrepHere([...command, '--out', out]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(out);
    expect(stderr).not.toMatch(/Error|\n {4}at /);
    expect(stdout).toBe('');
  });

  it('a fault that does not exist', async () => {
    const { exitCode, stderr } = await genrepHere(['day', 'sas-vardag', '--fault', 'order-lsot']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('order-lost');
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('a port that somebody else has', async () => {
    const { port } = webSite.address() as AddressInfo;
    const { exitCode, stderr } = await genrep(['reference', '--port', `${port}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${port}`);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('no browser where a browser is needed', async () => {
    const missing = { GENREP_BROWSER: path.join(folder, 'ingen-webblasare') };
    const { exitCode, stderr } = await genrepHere(['features', '--channel', 'ui'], missing);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('GENREP_BROWSER');
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('tags that no scenario has, and tags that are none', async () => {
    expect((await genrepHere(['day', 'sas-vardag', '--only', '@finns-inte'])).exitCode).toBe(2);
    expect((await genrepHere(['day', 'sas-vardag', '--only', '@a and and'])).exitCode).toBe(2);
  });

  it.each([
    ['hours outside the day', ['--hours', '22-26'], 'inom dagen'],
    ['a multiple of nothing', ['--multiply', '0'], 'ett tal över 0'],
    ['a duration that is none', ['--in', 'länge'], 'tidsrymd'],
  ])('a load with %s', async (_, options, words) => {
    const { exitCode, stderr } = await genrepHere(['load', 'sas-vardag', ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });

  it('a load with a profile that does not exist', async () => {
    const { exitCode, stderr } = await genrep(['load', 'sas-vardag', '--profile', 'peak-huor']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('peak-hour');
  });

  it('a load of a host that its profile does not declare, before anything is sent', async () => {
    const file = await fileOf(
      'annan.yaml',
      profile([
        'name: annan',
        'environment: test',
        'fhir: http://fhir.example/r4',
        'signIn: { method: none }',
      ]),
    );
    const { exitCode, stderr } = await genrepHere(['load', 'sas-vardag', '--system', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/tillåter ingen belastning av fhir\.example/);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('a load that comes when the lab is closed', async () => {
    const { exitCode, stderr } = await genrepHere(['lab', 'sas-vardag', '--load', 'beside-robots']);
    expect([exitCode, sentences(stderr)]).toEqual([
      2,
      [expect.stringContaining('Lasten börjar 21.00, utanför labbets timmar')],
    ]);
  });

  it('a k6 that is too old, before anything is started', async () => {
    const old = await fileOf('k6', '#!/bin/sh\necho "k6 v0.57.0 (go1.23.6, linux/amd64)"\n');
    await chmod(old, 0o755);
    const { exitCode, stderr } = await genrep(['load', 'sas-vardag'], { GENREP_K6: old });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/k6 0\.57\.0, men Genrep behöver k6 2 eller senare/);
    expect(sentences(stderr)).toHaveLength(1);
  });

  it('to stop reading what a command writes', async () => {
    const command = [process.execPath, path.join(ROOT, 'cli', 'genrep.mjs')];
    const { stderr } = await promisify(execFile)('sh', ['-c', '"$0" "$1" --help | true', ...command]);
    expect(stderr).toBe('');
  });

  it('a run that is none', async () => {
    expect((await genrepHere(['verify', folder])).exitCode).toBe(2);
  });
});
