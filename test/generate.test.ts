import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genrep } from './command.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-generate-'));
const folder = path.join(root, 'population');
const PEOPLE = ['--people', '120', '--stage', '1-sodra', '--years', '3'];
let written: Awaited<ReturnType<typeof genrep>>;

beforeAll(async () => {
  written = await genrep(['generate', 'population', ...PEOPLE, '--out', folder, '--json']);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('genrep generate', () => {
  it("writes the people of a stage's kommuner", () => {
    expect(written.exitCode).toBe(0);
    const { counts, choices, bytes } = JSON.parse(written.stdout);
    expect(counts.Patient).toBe(120);
    expect(choices.municipalities).toEqual(['1442', '1443', '1452', '1463', '1465', '1466', '1490', '1491']);
    expect(bytes).toBeGreaterThan(0);
  });

  it('checks them, as words and as a page', async () => {
    const { exitCode, stdout } = await genrep(['generate', 'check', folder]);
    expect(stdout).toContain('120 personer');
    expect(stdout).toContain('Alla regler håller.');
    expect(exitCode).toBe(0);
    expect(readFileSync(path.join(folder, 'check.html'), 'utf8')).toContain('<svg');
  });

  it('prints one person of them, the same lines', async () => {
    const { exitCode, stdout } = await genrep(['generate', 'patient', ...PEOPLE, '--index', '17']);
    expect(exitCode).toBe(0);
    const patients = readFileSync(path.join(folder, 'shard-00000', 'Patient.ndjson'), 'utf8');
    expect(patients).toContain(stdout.split('\n').find((line) => line.includes('"Patient","id":"p-000017"')));
  });

  it('ends with 1 and names file and line of what was changed', async () => {
    const changed = path.join(root, 'changed');
    cpSync(folder, changed, { recursive: true });
    const file = path.join(changed, 'shard-00000', 'Encounter.ndjson');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.with(2, (lines[2] ?? '').replace('Patient/p-', 'Patient/q-')).join('\n'));
    const { exitCode, stdout } = await genrep(['generate', 'check', changed]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('shard-00000/Encounter.ndjson:3: ');
  });

  it.each([
    [['population', '--out', root, '--until', '2025-13-01'], 'Ange ett datum'],
    [['population', '--out', root, '--since', '2026-02-01'], '--since 2026-02-01 måste vara före'],
    [['population', '--out', path.join(root, 'x'), '--kommun', 'Kiruna'], 'Kommunen Kiruna finns inte'],
    [['patient', ...PEOPLE, '--index', '120'], 'Det finns ingen person 120'],
    [['check', root], 'Här finns ingen hel population'],
  ])('ends with 2 and a sentence on bad input: %o', async (args, words) => {
    const { exitCode, stderr, stdout } = await genrep(['generate', ...args]);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

describe('genrep seed', () => {
  it('sends nothing to a system that is not marked as a test environment', async () => {
    const profile = path.join(root, 'produktion.yaml');
    writeFileSync(
      profile,
      'name: skarpt\nenvironment: production\nfhir: http://127.0.0.1:9/fhir\nsignIn: { method: none }\n',
    );
    const { exitCode, stderr } = await genrep(['seed', folder, '--system', profile]);
    expect(stderr).toMatch(/produktion\.yaml:2:\d+: .*environment: test/);
    expect(exitCode).toBe(2);
  });
});
