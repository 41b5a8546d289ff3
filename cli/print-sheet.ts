import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { printPages } from './print-page.ts';

/** Where a printed sheet is to be, and how it is told. */
export interface SheetOptions {
  readonly out: string;
  readonly json?: true;
}

/** Writes a page and prints it to PDF beside it, and says where they are and what more is to be known. */
export async function printSheet(
  content: string,
  { out, json }: SheetOptions,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { dir, name } = path.parse(path.resolve(out));
  const page = path.join(dir, `${name}.html`);
  await mkdir(dir, { recursive: true });
  await writeFile(page, content);
  const [pdf] = await printPages([page]);
  process.stdout.write(json === true ? `${JSON.stringify({ page, pdf, ...more })}\n` : `${pdf}\n`);
}
