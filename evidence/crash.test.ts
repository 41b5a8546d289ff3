import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newFolder, recordsIn } from './testing/journal.ts';
import { verifyJournal } from './verify.ts';

const PROGRAM = fileURLToPath(new URL('./testing/write-until-killed.ts', import.meta.url));

it('leaves a sound journal when its writer is killed, with everything that was synced', async () => {
  const folder = await newFolder();
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const result = await verifyJournal(folder);
  expect(result).toMatchObject({ intact: true, ending: 'killed' });
  const records = await recordsIn(folder);
  expect(records).toHaveLength(result.records);
  expect(records.slice(0, 2).map(({ event }) => event.type)).toEqual(['run-started', 'flow-started']);
});
