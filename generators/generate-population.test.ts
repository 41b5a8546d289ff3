import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { BundleEntry } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePatient } from './generate-patient.ts';
import { type GenerateOptions, generatePopulation, generateShare } from './generate-population.ts';
import type { Manifest } from './output/manifest.ts';
import { readManifest } from './output/read-manifest.ts';
import { writeWholeFolder } from './output/whole-folder.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-population-'));
const folder = (name: string): string => path.join(root, name);

const OPTIONS = {
  seed: 20_241_112,
  people: 200,
  until: '2026-01-01',
  years: 10,
  format: 'ndjson',
  compress: 'none',
  workers: 1,
  shardSize: 25,
} as const satisfies Omit<GenerateOptions, 'out'>;

const generate = (name: string, changed: Partial<GenerateOptions> = {}): Promise<Manifest> =>
  generatePopulation({ ...OPTIONS, ...changed, out: folder(name) });

let whole: Manifest;
beforeAll(async () => {
  whole = await generate('whole');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a population on disk', () => {
  it('is what its manifest says', () => {
    expect(readManifest(folder('whole'))).toEqual(whole);
    expect(whole.counts.Patient).toBe(OPTIONS.people);
    const counts = new Map<string, number>();
    for (const { path: file, type, lines, bytes, sha256 } of whole.files) {
      const content = readFileSync(folder(path.join('whole', file)));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.toString().split('\n').length - 1).toBe(lines);
      counts.set(type, (counts.get(type) ?? 0) + lines);
    }
    expect(Object.fromEntries(counts)).toEqual(whole.counts);
  });

  it.each([2, 8])('has the same bytes when %i threads write it', async (workers) => {
    const manifest = await generate(`workers-${workers}`, { workers });
    expect(manifest).toEqual(whole);
    for (const { path: file } of whole.files) {
      expect(readFileSync(path.join(folder(`workers-${workers}`), file))).toEqual(
        readFileSync(path.join(folder('whole'), file)),
      );
    }
  });

  it.each([
    ['zstd', zstdDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('says the same packed with %s', async (compress, unpack) => {
    const { files } = await generate(compress, { compress });
    files.forEach(({ path: file }, n) => {
      const plain = readFileSync(path.join(folder('whole'), whole.files[n]?.path ?? ''));
      expect(unpack(readFileSync(path.join(folder(compress), file))).equals(plain), file).toBe(true);
    });
  });

  it('holds each person as the person alone is printed', async () => {
    for (const index of [0, 123, OPTIONS.people - 1]) {
      const alone = await generatePatient({ ...OPTIONS, index });
      const own = `${index}`.padStart(6, '0');
      const shard = path.join(
        folder('whole'),
        `shard-${`${Math.floor(index / OPTIONS.shardSize)}`.padStart(5, '0')}`,
      );
      const lines = readdirSync(shard)
        .filter((file) => file.endsWith('.ndjson'))
        .sort()
        .flatMap((file) => readFileSync(path.join(shard, file), 'utf8').split('\n'))
        .filter((line) =>
          JSON.parse(line || '{}')
            .id?.replace('p-', '')
            .startsWith(own),
        );
      expect(`${lines.join('\n')}\n`).toBe(alone);
    }
  });

  it('comes as one transaction a person too, with the same resources', async () => {
    const bundles = await generate('bundle', { format: 'bundle' });
    expect(bundles.counts).toEqual(whole.counts);
    expect(bundles.files.filter(({ type }) => type === 'Bundle')[0]?.lines).toBe(OPTIONS.shardSize);
    const entries = readFileSync(folder('bundle/shard-00000/Bundle.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line): BundleEntry[] => JSON.parse(line).entry);
    const alone = [...linesById('whole', 'shard-00000').values()].map((line) =>
      JSON.stringify(JSON.parse(line)),
    );
    expect(entries.map(({ resource }) => JSON.stringify(resource)).sort()).toEqual(alone.sort());
    for (const { resource, request } of entries) {
      expect(request).toEqual({ method: 'PUT', url: `${resource?.resourceType}/${resource?.id}` });
    }
  });
});

describe('a population that goes on', () => {
  it('is the earlier one with what is new since put over it', async () => {
    await generate('early', { until: '2024-03-15' });
    await generate('news', { since: '2024-03-15' });
    const merged = new Map([...linesById('early'), ...linesById('news')]);
    expect(merged).toEqual(linesById('whole'));
    const early = linesById('early');
    const changed = [...linesById('news').keys()].filter((id) => early.has(id));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(0.2 * early.size);
  });
});

describe('a run that was stopped', () => {
  it('is continued by the next, which makes only what is missing', async () => {
    await generate('stopped');
    rmSync(path.join(folder('stopped'), 'manifest.json'));
    rmSync(path.join(folder('stopped'), 'shard-00003'), { recursive: true });
    const untouched = path.join(folder('stopped'), 'shard-00002', 'Patient.ndjson');
    writeFileSync(untouched, 'left as it is');
    expect(() => readManifest(folder('stopped'))).toThrow('manifest.json saknas');
    expect(await generate('stopped')).toEqual(whole);
    expect(readFileSync(untouched, 'utf8')).toBe('left as it is');
    expect(readFileSync(path.join(folder('stopped'), 'shard-00003', 'Patient.ndjson'))).toEqual(
      readFileSync(path.join(folder('whole'), 'shard-00003', 'Patient.ndjson')),
    );
  });

  it('leaves nothing that looks whole when the disk is full', () => {
    const full = (): never => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    expect(() => writeWholeFolder(root, 'full', 'none', full)).toThrow('Disken är full; full skrevs inte');
    expect(existsSync(folder('full'))).toBe(false);
    expect(existsSync(folder('.full.partial'))).toBe(false);
  });
});

describe('shares that were written by several', () => {
  it('come to the same population, byte for byte', async () => {
    const options = { ...OPTIONS, people: 50, shardSize: 10 };
    const alone = await generatePopulation({ ...options, out: path.join(root, 'alone') });
    const out = path.join(root, 'shared');
    const shares = [1, 2, 3].map((part) => generateShare({ ...options, out }, { part, parts: 3 }));
    const written = await Promise.all(shares);
    expect(existsSync(path.join(out, 'manifest.json'))).toBe(false);
    expect(await generatePopulation({ ...options, out })).toEqual(alone);
    expect(written.flatMap(({ files }) => files)).toHaveLength(
      alone.files.filter((file) => file.path.startsWith('shard-')).length,
    );
  });
});

describe('bad input', () => {
  it('is a folder with another population', async () => {
    await expect(generate('whole', { seed: 2 })).rejects.toThrow('redan en annan population');
  });

  it('is a kommunkod that is not in the region', async () => {
    await expect(generate('stockholm', { municipalities: ['0180'] })).rejects.toThrow(
      'Kommunen 0180 finns inte i regionen vastra-gotaland',
    );
    expect(existsSync(folder('stockholm'))).toBe(false);
  });

  it('is a manifest of an unknown version, with its line', async () => {
    await generate('old', { people: 50 });
    const file = path.join(folder('old'), 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]*"/, '"version": "0"'));
    expect(() => readManifest(folder('old'))).toThrow(`${file}:3: "version" är "0", som är okänt här`);
  });
});

function linesById(name: string, inside = 'shard-'): Map<string, string> {
  const lines = readManifest(folder(name))
    .files.filter(({ path: file }) => file.startsWith(inside))
    .flatMap(({ path: file }) =>
      readFileSync(path.join(folder(name), file), 'utf8')
        .trimEnd()
        .split('\n'),
    );
  const entries = lines.map((line): [string, string] => {
    const { resourceType, id } = JSON.parse(line);
    return [`${resourceType}/${id}`, line];
  });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
