import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { eventsOf } from '../reports/testing/synthetic.ts';
import { writeReports } from '../reports/write.ts';

/** Every file below a folder, by its name, as bytes. */
async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file), await readFile(file)] as const;
      }),
    ),
  );
}

it('every report is the same bytes in another folder, time zone and language', {
  timeout: 60_000,
}, async () => {
  const here = await journalOf(
    eventsOf({
      instances: 80,
      faults: [{ kind: 'triage', every: 3, verdict: 'fail', expected: 'å', observed: 'ö', reason: 'ä' }],
    }),
  );
  const elsewhere = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-elsewhere-')), 'en annan mapp');
  await cp(here, elsewhere, { recursive: true });
  await writeReports(here);
  const genrep = spawn(
    process.execPath,
    [path.join(ROOT, 'cli/genrep.mjs'), 'report', '--no-allure', elsewhere],
    {
      cwd: tmpdir(),
      env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C' },
    },
  );
  const [code, errors] = await Promise.all([
    new Promise((resolve) => genrep.once('exit', resolve)),
    text(genrep.stderr),
  ]);
  expect([code, errors]).toEqual([0, '']);
  const [made, again] = await Promise.all([filesOf(here), filesOf(elsewhere)]);
  expect([...again.keys()].toSorted()).toEqual([...made.keys()].toSorted());
  expect(made.size).toBeGreaterThan(80);
  expect(
    [...made].filter(([name, bytes]) => again.get(name)?.equals(bytes) !== true).map(([name]) => name),
  ).toEqual([]);
  await Promise.all([here, path.dirname(elsewhere)].map((folder) => rm(folder, { recursive: true })));
});
