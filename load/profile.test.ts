import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLoadProfile } from './profile.ts';

const FOLDER = path.join(import.meta.dirname, 'profiles');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => path.basename(file, '.yaml'));

async function changed(from: string, to: string): Promise<string> {
  const text = await readFile(path.join(FOLDER, 'peak-hour.yaml'), 'utf8');
  expect(text).toContain(from);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-profile-')), 'min.yaml');
  await writeFile(file, text.replace(from, to));
  return file;
}

describe('load profiles', () => {
  it.each(NAMES)('%s is right', (name) => expect(readLoadProfile(name).name).toBe(name));

  it('tells times in hours and durations in milliseconds', () =>
    expect(readLoadProfile('after-downtime')).toMatchObject({
      hours: { from: 0, to: 10 },
      in: 120_000,
      shape: { kind: 'back-entry', downUntil: 8 },
    }));

  it.each([
    ['multiply: 1.2', 'multiply: 0', /"multiply" är 0 men ska vara över 0/],
    ['hours: 09-12', 'hours: 12-09', /ligger inte inom dagen/],
    ['kind: as-the-day', 'kind: as-the-night', /välj kind bland/],
    ['mostInFlight', 'mostInFligth', /mostInFlight/],
  ])('%s → %s is refused in one sentence', async (from, to, sentence) => {
    const file = await changed(from, to);
    expect(() => readLoadProfile(file)).toThrow(sentence);
  });

  it('a name that is like another suggests it', () =>
    expect(() => readLoadProfile('peak-huor')).toThrow(/peak-hour/));
});
