import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { journalOf } from '../evidence/testing/journal.ts';
import { eventsOf } from '../reports/testing/synthetic.ts';
import { newRun } from './run-folder.ts';

it('a finished run makes room for the next where the user says so, with all that was made of it', async () => {
  const out = await journalOf(eventsOf({ instances: 4 }));
  await writeFile(path.join(out, 'rapport.html'), '');
  await newRun('features', { out });
  expect(existsSync(path.join(out, 'rapport.html'))).toBe(true);
  await newRun('features', { out, replace: true });
  expect(existsSync(out)).toBe(false);
});

it.each(['interrupted', 'killed'] as const)('a run that was %s stays, with what to do', async (ending) => {
  const out = await journalOf(eventsOf({ instances: 4, ending }));
  await expect(newRun('features', { out, replace: true })).rejects.toMatchObject({
    kind: 'exists',
    message: expect.stringContaining('--resume'),
  });
  expect(existsSync(out)).toBe(true);
});

it('a folder that holds no run is left as it is', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'genrep-no-run-'));
  await newRun('features', { out, replace: true });
  expect(existsSync(out)).toBe(true);
});
