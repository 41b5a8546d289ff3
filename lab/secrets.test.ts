import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { LabSecrets } from './secrets.ts';
import { SEATS } from './testing/lab-of.ts';

let folder: string;
let secrets: LabSecrets;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  secrets = await LabSecrets.of(folder);
  await secrets.addSeats(SEATS);
});

it('knows each by a code of one’s own, however it is written, and so after a restart', async () => {
  const code = secrets.codeOf('plats-1') ?? '';
  expect(code).toMatch(/^[A-Z]{4}$/);
  const again = await LabSecrets.of(folder);
  await again.addSeats(SEATS);
  expect(again.codeOf('plats-1')).toBe(code);
  expect(again.holderOf(` ${code.toLowerCase().split('').join(' ')}`)).toEqual({
    role: 'participant',
    seat: 'plats-1',
  });
  expect(again.holderOf(again.facilitator)).toEqual({ role: 'facilitator' });
  expect(again.holderOf('AEIO')).toBeUndefined();
});

it('closes what was said, so that no digits of it stand in the evidence', () => {
  const said = secrets.seal('plats-1', 'Åsa fann inte knappen. 19121212-1212');
  expect(said?.text).toMatch(/^[a-p]+$/);
  expect(said && secrets.unseal(said)).toBe('Åsa fann inte knappen. 19121212-1212');
  const of2 = said && { ...said, of: 'plats-2' };
  expect(() => of2 && secrets.unseal(of2)).toThrow();
  expect(secrets.seal('plats-1', ' ')).toBeUndefined();
});

it('forgets a person: nothing of that person can be read, and the others are as they were', async () => {
  const [mine, others] = [secrets.seal('plats-1', 'mitt'), secrets.seal('plats-2', 'ditt')];
  const code = secrets.codeOf('plats-1') ?? '';
  expect(await secrets.forget(code)).toBe(true);
  const again = LabSecrets.in(folder);
  expect([mine && again?.unseal(mine), others && again?.unseal(others)]).toEqual([undefined, 'ditt']);
  expect(again?.holderOf(code)).toBeUndefined();
  expect(await readFile(path.join(folder, 'lab-keys.json'), 'utf8')).not.toContain(code);
  expect(await secrets.forget(code)).toBe(false);
  expect(await secrets.forget(secrets.facilitator)).toBe(false);
});

it('has forgotten, in a lab under way, whom another program forgets, and remembers nobody by adding a place', async () => {
  const said = secrets.seal('plats-1', 'mitt');
  const code = secrets.codeOf('plats-1') ?? '';
  expect(await LabSecrets.in(folder)?.forget(code)).toBe(true);
  expect([secrets.holderOf(code), secrets.seal('plats-1', 'mer'), said && secrets.unseal(said)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  await secrets.addSeats([{ id: 'plats-3' }]);
  expect(secrets.codeOf('plats-3')).toBeDefined();
  expect(said && LabSecrets.in(folder)?.unseal(said)).toBeUndefined();
});
