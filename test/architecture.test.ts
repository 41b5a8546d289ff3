import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { withImportTable } from './import-table.ts';

const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), 'utf8');

describe('the documents', () => {
  it('draw the import rules that are checked (npm run architecture writes them)', async () => {
    const document = await read('ARCHITECTURE.md');
    expect(document).toBe(withImportTable(document));
  });

  it('name every dependency and what it is for', async () => {
    const document = await read('docs/dependencies.md');
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  });
});
