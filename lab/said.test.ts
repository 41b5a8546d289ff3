import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isLabEvent } from '../domain/lab-evidence.ts';
import { HOUR } from '../domain/time.ts';
import { saidIn } from './said.ts';
import { LabSecrets } from './secrets.ts';
import { deal, openedLab, SEATS } from './testing/lab-of.ts';

it('tells what was said in order, and of a forgotten person only that something was', async () => {
  const { lab, events } = await openedLab();
  const secrets = await LabSecrets.of(await mkdtemp(path.join(tmpdir(), 'genrep-lab-')));
  await secrets.addSeats(SEATS);
  await lab.record({ type: 'lab-person', seat: 'plats-1', change: 'joined' });
  await deal(lab, 0);
  const said = secrets.seal('plats-1', 'Hittade inte knappen');
  await lab.tell('f-1.1', 'stuck', said === undefined ? {} : { said });
  await lab.record({ type: 'lab-note', seat: 'plats-2', kind: 'good', severity: 1 });
  const told = () => saidIn(events.filter(isLabEvent), secrets);
  expect(told()).toEqual([
    { dayTime: 9 * HOUR, seat: 'plats-1', what: 'stuck', card: 'f-1.1', words: 'Hittade inte knappen' },
    { dayTime: 9 * HOUR, seat: 'plats-2', what: 'good', card: undefined, words: '' },
  ]);
  await secrets.forget(secrets.codeOf('plats-1') ?? '');
  expect(told().map(({ words }) => words)).toEqual([undefined, '']);
});
