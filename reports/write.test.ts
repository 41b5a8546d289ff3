import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import { beforeAll, describe, expect, it } from 'vitest';
import { JOURNAL_FILE } from '../evidence/files.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { eventsOf, type SyntheticRun } from './testing/synthetic.ts';
import { type WrittenReports, writeReports } from './write.ts';

const RUN: SyntheticRun = {
  instances: 80,
  faults: [
    {
      kind: 'order-on-laboratory-worklist',
      every: 5,
      verdict: 'fail',
      expected: 'Troponin T på "arbetslistan" <före> kl. 8 & inte senare',
      observed: 'listan är tom\u0000',
      reason: 'Syntes inte inom 5 s.',
      attachment: true,
    },
    { kind: 'book-telephone-time', every: 7, verdict: 'unknown', reason: 'Inget svar på 30 s.' },
  ],
  notSupported: [{ channel: 'ui', kind: 'identity-shielded', reason: 'Ingen sådan sida.' }],
};

let folder: string;
let written: WrittenReports;
const allFiles = async (from: string) => {
  const names = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const files = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(from.length), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
};

beforeAll(async () => {
  folder = await journalOf(eventsOf(RUN));
  await mkdir(join(folder, 'attachments'));
  await writeFile(join(folder, 'attachments', 'f-0033 steg 4.png'), 'picture');
  written = await writeReports(folder);
});

describe('the reports of a run', () => {
  it('are all there and say the same', async () => {
    expect(written.readiness.outcome).toBe('failed');
    expect(JSON.parse(await readFile(written.json, 'utf8'))).toEqual(written.readiness);
    expect(await readFile(written.page, 'utf8')).toContain('KRAV-LAB-01');
  });

  it('are the same bytes when they are made again', async () => {
    const first = await allFiles(folder);
    await writeReports(folder);
    expect(await allFiles(folder)).toEqual(first);
  });

  it('are not made of damaged evidence', async () => {
    const other = await journalOf(eventsOf(RUN));
    const path = join(other, JOURNAL_FILE);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"verdict":"fail"', '"verdict":"pass"'));
    await expect(writeReports(other)).rejects.toMatchObject({
      kind: 'damaged',
      message: expect.stringMatching(/rad \d+/),
    });
  });
});

describe('JUnit', () => {
  it('has a case an instance, with what went wrong, escaped', async () => {
    const xml = await readFile(written.junit, 'utf8');
    expect(xml).toMatch(
      /<testsuites name="En vardag på Södra Älvsborgs sjukhus" tests="87" failures="2" errors="1"/,
    );
    expect(xml.match(/<testcase /g)).toHaveLength(87);
    expect(xml).toMatch(/<testcase classname="grindar" name="GRIND-1: [^>]*>\s*<skipped message="underkänt/);
    expect(xml.match(/<failure /g)).toHaveLength(2);
    expect(xml).toContain('&lt;före&gt; kl. 8 &amp; inte senare');
    expect(xml).not.toContain('\u0000');
    expect(xml).toContain(
      '<error message="läkaren på vårdcentralen bokar telefontid: Inget svar på 30 s." type="unknown">',
    );
  });
});

describe('Allure results', () => {
  it('have one result an instance, with steps, labels and what was left', async () => {
    const names = await readdir(written.allureResults);
    const results = await Promise.all(
      names
        .filter((name) => name.endsWith('-result.json'))
        .map(
          async (name): Promise<TestResult> =>
            JSON.parse(await readFile(join(written.allureResults, name), 'utf8')),
        ),
    );
    expect(results).toHaveLength(80);
    const failed = results.find(({ name }) => name === 'Bröstsmärta på akuten f-0033');
    expect(failed).toMatchObject({
      status: 'failed',
      labels: expect.arrayContaining([
        { name: 'severity', value: 'blocker' },
        { name: 'tag', value: 'KRAV-LAB-01' },
        { name: 'layer', value: 'api' },
      ]),
      statusDetails: { message: expect.stringContaining('Syntes inte inom 5 s.') },
    });
    const [attachment] = failed?.steps[4]?.attachments ?? [];
    expect(await readFile(join(written.allureResults, attachment?.source ?? ''), 'utf8')).toBe('picture');
    expect(new Set(results.map(({ status }) => status))).toEqual(
      new Set(['passed', 'failed', 'broken', 'skipped']),
    );
  });
});
