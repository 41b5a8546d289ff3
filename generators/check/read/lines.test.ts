import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Line, readLines } from './lines.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'genrep-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBack(name: string, content: Buffer | string) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const lines: Line[] = [];
  const found = await readLines(file, (line) => lines.push(line));
  return { found, lines, words: found.fault?.sv };
}

const LONG = Array.from({ length: 40_000 }, (_, n) => `rad ${n} ${'åäö'.repeat(20)}`);
const TEXT = Buffer.from(LONG.map((line) => `${line}\n`).join(''));
const PACKED = { 'a.ndjson': TEXT, 'a.ndjson.gz': gzipSync(TEXT), 'a.ndjson.zst': zstdCompressSync(TEXT) };

describe('lines', () => {
  it.each(Object.entries(PACKED))('of %s come back one by one, across chunks', async (name, content) => {
    const { found, lines, words } = await readBack(name, content);
    expect(lines.map(({ text }) => text)).toEqual(LONG);
    expect(lines.at(-1)?.number).toBe(LONG.length);
    expect(found).toMatchObject({ lines: LONG.length, bytes: content.length });
    expect(words).toBeUndefined();
  });

  it('tell when the last one is cut off, when bytes are no text and when the file is not there', async () => {
    expect((await readBack('b', 'hel\nhalv')).words).toBe('sista raden är avbruten');
    const { lines } = await readBack('c', Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]));
    expect(lines.map(({ isText }) => isText)).toEqual([true, false]);
    const { fault } = await readLines(path.join(folder, 'ingen'), () => {});
    expect(fault?.sv).toBe('filen saknas');
  });

  it.each(['a.ndjson.gz', 'a.ndjson.zst'] as const)('tell when %s is damaged or cut off', async (name) => {
    const whole = PACKED[name];
    const damaged = Buffer.from(whole).fill(0x55, 40, 90);
    expect((await readBack(name, damaged)).words).toBe('filen går inte att packa upp');
    expect((await readBack(name, whole.subarray(0, whole.length / 2))).words).toBe(
      'filen går inte att packa upp',
    );
  });
});
