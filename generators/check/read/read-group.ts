import path from 'node:path';
import type { FileEntry } from '../../output/manifest.ts';
import type { Observer, People, ResourceLine, Tell } from '../rule.ts';
import { fileFindings } from '../rules/files.ts';
import type { FileGroup } from './file-groups.ts';
import { readLines } from './lines.ts';
import { ResourceReader } from './resources.ts';

/** Lets observers see a shard go by: those of its resources that they look at. Answers who lives in it, and its lines. */
export async function readGroup(
  population: string,
  group: FileGroup,
  observers: readonly Observer[],
  tellOfFiles: Tell,
): Promise<{ readonly people: People; readonly lines: number }> {
  const watching = new Map<string, readonly Observer[]>();
  const reader = new ResourceReader(tellOfFiles, (line: ResourceLine) => {
    let those = watching.get(line.type);
    if (those === undefined) {
      those = observers.filter(({ see, types }) => see && (types?.includes(line.type) ?? true));
      watching.set(line.type, those);
    }
    for (const observer of those) observer.see?.(line);
  });
  for (const observer of observers) observer.beginShard?.(reader.people, group.folder);
  let lines = 0;
  for (const entry of group.files) lines += await readFile(entry);
  for (const observer of observers) observer.endShard?.(reader.people);
  return { people: reader.people, lines };

  async function readFile(entry: FileEntry): Promise<number> {
    const found = await readLines(path.join(population, entry.path), (line) => {
      if (entry.type !== 'HL7v2') reader.line(entry.path, line);
      else
        for (const observer of observers) observer.seeText?.({ file: entry.path, line: line.number }, line);
    });
    fileFindings(entry, found, tellOfFiles);
    return found.lines;
  }
}
