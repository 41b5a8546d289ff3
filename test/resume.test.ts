import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResumption } from '../cli/resumption.ts';
import { readEvidence } from '../evidence/read.ts';
import { verifyJournal } from '../evidence/verify.ts';
import { readHistory } from '../reports/history.ts';
import { rehearse, TOKENS } from './resume/rehearsal.ts';

const PROGRAM = fileURLToPath(new URL('./resume/rehearse-until-killed.ts', import.meta.url));

/** The system under test: counts what is written, by run and token, and kills who asks for it to be killed. */
let server: Server;
let address: string;
const written = new Map<string, number>();
const killers = new Map<string, () => void>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const key = request.url ?? '';
    if (request.method === 'POST') {
      written.set(key, (written.get(key) ?? 0) + 1);
      killers.get(key.split('/')[1] ?? '')?.();
    }
    const found = written.has(key);
    response.writeHead(found ? 200 : 404).end(found ? `Ting/${key.length}` : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Runs the program until it dies, one way or the other. */
async function untilKilled(run: string, args: readonly string[]): Promise<NodeJS.Signals | null> {
  const name = path.basename(run);
  const child = spawn(process.execPath, [PROGRAM, run, `${address}/${name}`, ...args], { stdio: 'inherit' });
  if (args[0] === 'received') killers.set(name, () => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  killers.delete(name);
  return signal;
}

const newRun = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'genrep-resume-'));
const resume = async (run: string): Promise<void> =>
  rehearse({ folder: run, address: `${address}/${path.basename(run)}`, resumed: await readResumption(run) });

async function expectWhole(run: string): Promise<void> {
  const name = path.basename(run);
  const writes = TOKENS.map((token) => written.get(`/${name}/${token}`));
  expect(writes, 'each write once').toEqual(TOKENS.map(() => 1));
  expect(await verifyJournal(run)).toMatchObject({ intact: true, ending: 'complete' });
  const ended: string[] = [];
  for await (const { event } of readEvidence(run)) {
    if (event.type === 'step-ended') ended.push(`${event.instance}.${event.step}`);
  }
  expect(ended, 'each step judged once').toEqual([...new Set(ended)]);
  const { instances } = await readHistory(run);
  expect(instances.map(({ verdict, ended: steps }) => [verdict, steps.size])).toEqual([
    ['pass', 5],
    ['fail', 3],
  ]);
}

describe.concurrent('a run that is killed', { timeout: 60_000 }, () => {
  it.each([
    ['not-supported', 'synced', '1'],
    ['flow-started', 'synced', '1'],
    ['step-started', 'appended', '2'],
    ['step-started', 'synced', '2'],
    ['received', '', '1'],
    ['answered', 'appended', '2'],
    ['step-ended', 'appended', '3'],
    ['step-ended', 'synced', '3'],
    ['flow-ended', 'appended', '1'],
    ['flow-ended', 'synced', '1'],
    ['attachment', 'synced', '1'],
    ['run-ended', 'appended', '1'],
  ])('at %s, %s, goes on and writes nothing twice', async (...point) => {
    const run = await newRun();
    expect(await untilKilled(run, point)).toBe('SIGKILL');
    expect(await verifyJournal(run)).toMatchObject({ intact: true, ending: 'killed' });
    await resume(run);
    await expectWhole(run);
  });

  it('goes on once more when it is killed while it goes on', async () => {
    const run = await newRun();
    expect(await untilKilled(run, ['received', '', '1'])).toBe('SIGKILL');
    expect(await untilKilled(run, ['run-resumed', 'synced', '1', 'resume'])).toBe('SIGKILL');
    expect(await untilKilled(run, ['received', '', '1', 'resume'])).toBe('SIGKILL');
    await resume(run);
    await expectWhole(run);
  });

  it.runIf(process.platform === 'linux')(
    'by a full disk says so, and goes on when there is room',
    async () => {
      const run = await newRun();
      // No file may become larger than this many KiB, which is met in the middle of a record.
      const command = `ulimit -f 5; exec "$0" "$@"`;
      const args = [process.execPath, PROGRAM, run, `${address}/${path.basename(run)}`];
      const child = spawn('bash', ['-c', command, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
      const complaint = text(child.stderr);
      expect((await once(child, 'exit'))[0]).toBe(1);
      expect(await complaint).toContain('Disken är full');
      const { intact, torn } = await verifyJournal(run);
      expect(intact).toBe(true);
      expect(torn).toBeDefined();
      await resume(run);
      await expectWhole(run);
    },
  );

  it('has nothing to go on with when it had ended, or never begun', async () => {
    const ended = await newRun();
    await untilKilled(ended, ['run-ended', 'synced', '1']);
    await expect(resume(ended)).rejects.toMatchObject({ kind: 'not-resumable' });
    const unborn = await newRun();
    await untilKilled(unborn, ['run-started', 'appended', '1']);
    await expect(resume(unborn)).rejects.toThrow(/går inte att fortsätta/);
    expect([...written.keys()].filter((key) => key.includes(path.basename(unborn)))).toEqual([]);
  });
});
