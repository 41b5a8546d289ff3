import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatePopulation } from '../../generate-population.ts';
import { MANIFEST_FILE, type Manifest, type PopulationChoices } from '../../output/manifest.ts';

const PEOPLE = 120;

/** A folder that is there for one test. */
export interface Folder extends Disposable {
  readonly path: string;
}

function temporaryFolder(): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'genrep-check-'));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A small population as the generators write it. */
export async function smallPopulation(
  choices: Partial<Pick<PopulationChoices, 'format' | 'compress' | 'shardSize'>> = {},
): Promise<Folder> {
  const folder = temporaryFolder();
  await generatePopulation({
    out: path.join(folder.path, 'population'),
    seed: 1,
    people: PEOPLE,
    municipalities: ['1490'],
    until: '2026-01-01',
    years: 5,
    workers: 1,
    format: 'ndjson',
    compress: 'none',
    ...choices,
  });
  return { ...folder, path: path.join(folder.path, 'population') };
}

/** A copy of a population in which one file was changed, its manifest made to agree unless that is the point. */
export function planted(
  original: string,
  file: string,
  change: (lines: string[]) => readonly string[],
  { isTold = true }: { readonly isTold?: boolean } = {},
): Folder {
  const folder = temporaryFolder();
  cpSync(original, folder.path, { recursive: true });
  const target = path.join(folder.path, file);
  const lines = change(readFileSync(target, 'utf8').split('\n').slice(0, -1));
  const content = lines.map((line) => `${line}\n`).join('');
  writeFileSync(target, content);
  if (isTold) tell(folder.path, file, lines.length, Buffer.from(content));
  return folder;
}

function tell(folder: string, file: string, lines: number, content: Buffer): void {
  const target = path.join(folder, MANIFEST_FILE);
  const manifest = JSON.parse(readFileSync(target, 'utf8')) as Manifest;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const files = manifest.files.map((entry) =>
    entry.path === file ? { ...entry, lines, bytes: content.length, sha256 } : entry,
  );
  writeFileSync(target, JSON.stringify({ ...manifest, files }));
}
