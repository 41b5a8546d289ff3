import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { typesIn } from '../extract/open-extract.ts';

/** An extract as it comes back from a server that gives the ids itself, and writes times as UTC. */
export async function withServerIds(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const files = [...typesIn(source)].flatMap(([type, paths]) => paths.map((file) => ({ type, file })));
  const ids = new Map<string, string>();
  const read = await Promise.all(
    files.map(async ({ type, file }) => ({
      type,
      lines: (await readFile(file, 'utf8')).trimEnd().split('\n'),
    })),
  );
  for (const { type, lines } of read)
    for (const line of lines) ids.set(`${type}/${JSON.parse(line).id}`, `${type}/${ids.size + 1}`);
  for (const { type, lines } of read) {
    const moved = lines.map((line) => {
      const resource = JSON.parse(line, (key, value) =>
        key === 'reference' ? (ids.get(value) ?? value) : typeof value === 'string' ? inUtc(value) : value,
      );
      const tag = [{ system: SYSTEMS.token, code: `0123abcd-${type}-${resource.id}` }];
      const id = ids.get(`${type}/${resource.id}`)?.split('/')[1];
      return JSON.stringify({ ...resource, id, meta: { ...resource.meta, tag } });
    });
    await writeFile(path.join(target, `${type}.ndjson`), `${moved.join('\n')}\n`);
  }
}

const inUtc = (text: string): string =>
  /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(text) ? new Date(text).toISOString() : text;
