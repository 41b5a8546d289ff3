import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../cli/project.ts';
import { withImportTable } from './import-table.ts';

const file = path.join(ROOT, 'ARCHITECTURE.md');
await writeFile(file, withImportTable(await readFile(file, 'utf8')));
