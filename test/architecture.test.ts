import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import rules from './import-rules.json' with { type: 'json' };
import { withImportTable } from './import-table.ts';

const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), 'utf8');

describe('the documents', () => {
  it('draw the import rules that are checked (npm run architecture writes them)', async () => {
    const document = await read('ARCHITECTURE.md');
    expect(document).toBe(withImportTable(document));
  });

  it('lead everybody to their page in one step, and to every folder', async () => {
    const [readme, architecture] = await Promise.all([read('README.md'), read('ARCHITECTURE.md')]);
    const pages = await readdir(path.join(ROOT, 'docs/how-to'));
    expect(pages.filter((page) => !readme.includes(`](docs/how-to/${page})`))).toEqual([]);
    const folders = Object.keys(rules).map((folder) => folder.split('/')[0]);
    expect(folders.filter((folder) => !architecture.includes(`\n| ${folder}/ |`))).toEqual([]);
  });

  it('link to nothing that is not there', async () => {
    const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'care/README.md'];
    for await (const page of glob('docs/**/*.md', { cwd: ROOT })) documents.push(page);
    const broken: string[] = [];
    for (const document of documents) {
      for (const [, link = ''] of (await read(document)).matchAll(/\]\((?!https?:)([^)#\s]+)/g)) {
        const isThere = existsSync(path.join(ROOT, path.dirname(document), link));
        if (!isThere) broken.push(`${document}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('name every dependency and what it is for', async () => {
    const document = await read('docs/dependencies.md');
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  });
});
