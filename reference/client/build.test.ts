import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildClient } from './build.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

describe('the web client', () => {
  it('is built into static files once, and not again until its sources change', async () => {
    const folder = await buildClient();
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const files = (await readdir(folder)).filter((name) => name.startsWith('app-'));
    expect(files).toHaveLength(2);
    for (const file of files) expect(page).toContain(`/${file}`);

    const before = await stat(join(folder, 'index.html'));
    await buildClient();
    expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('asks no other host for fonts, styles or scripts', async () => {
    const folder = await buildClient();
    const style = (await readdir(folder)).find((name) => name.endsWith('.css')) ?? '';
    expect(outsideOf(await readFile(join(folder, style), 'utf8'))).toEqual([]);
    expect(outsideOf(await readFile(join(folder, 'index.html'), 'utf8'))).toEqual([]);
    expect(outsideOf('@font-face{src:url(https://example.org/font.woff2)}')).toEqual([
      'https://example.org/font.woff2',
    ]);
  });

  it('has no Swedish words left in its English texts', () => {
    expect(swedishIn(en)).toEqual([]);
    expect(swedishIn(sv)).not.toEqual([]);
  });
});

/** Addresses of other hosts that a browser would fetch. */
const outsideOf = (text: string): string[] =>
  [...text.matchAll(/(?:url\(|src="|href=")["']?(https?:[^"')]+)/g)].map(([, address]) => address ?? '');

/** Texts with letters that English does not have. */
function swedishIn(texts: unknown): string[] {
  if (typeof texts === 'string') return /[åäöÅÄÖ]/.test(texts) ? [texts] : [];
  if (typeof texts === 'function') return swedishIn(texts('x', 'y'));
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(swedishIn) : [];
}
