import path from 'node:path';
import { publishedTestNumbers } from '../demography/test-numbers.ts';
import type { FileEntry, Manifest } from '../output/manifest.ts';
import { readManifest } from '../output/read-manifest.ts';
import { type PopulationSources, planOf } from '../sources.ts';
import { RuleFindings } from './findings.ts';
import { PICTURES } from './pictures/pictures.ts';
import { fileGroups } from './read/file-groups.ts';
import { readLines } from './read/lines.ts';
import { ResourceReader } from './read/resources.ts';
import type { CheckReport } from './report.ts';
import type { CheckContext, Observer, Rule } from './rule.ts';
import { FILES, fileFindings } from './rules/files.ts';
import { rulesFor } from './rules/rules.ts';

/** Region, modules and test numbers: those that the population was made with; absent: Genrep's own. */
export interface CheckOptions extends Pick<PopulationSources, 'region' | 'modules' | 'testNumbers'> {
  /** Told after each file, in bytes. */
  readonly progress?: (read: number, all: number) => void;
}

/**
 * Reads every line of a generated population back and says whether what must hold does. Throws InputError when the
 * folder holds no whole population of a known version. Memory stays within what one shard needs, and some ten bytes a
 * resource.
 */
export async function checkPopulation(folder: string, options: CheckOptions = {}): Promise<CheckReport> {
  const manifest = readManifest(folder);
  const context = await contextOf(manifest, options);
  const files = new RuleFindings(FILES, undefined);
  const watched = rulesFor(manifest).map((rule) => watch(rule, context));
  const pictures = manifest.choices.format === 'hl7v2' ? [] : PICTURES.map((picture) => picture(context));
  const observers: Observer[] = [...watched.flatMap(({ observer }) => observer ?? []), ...pictures];

  let lines = 0;
  let people = 0;
  let read = 0;
  const all = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const group of fileGroups(manifest)) {
    const reader = new ResourceReader(files.tell, (line) => {
      for (const observer of observers) observer.see?.(line);
    });
    for (const observer of observers) observer.beginShard?.(reader.people);
    for (const entry of group.files) {
      lines += await readFile(entry, reader);
      read += entry.bytes;
      options.progress?.(read, all);
    }
    for (const observer of observers) observer.endShard?.(reader.people);
    people += reader.people.size;
  }
  for (const observer of observers) observer.end?.();
  return {
    folder,
    manifest,
    lines,
    people,
    results: [files.result(), ...watched.map(({ findings }) => findings.result())],
    pictures: pictures.map((picture) => picture.draw()),
  };

  async function readFile(entry: FileEntry, reader: ResourceReader): Promise<number> {
    const found = await readLines(path.join(folder, entry.path), (line) => {
      if (entry.type !== 'HL7v2') reader.line(entry.path, line);
      else
        for (const observer of observers) observer.seeText?.({ file: entry.path, line: line.number }, line);
    });
    fileFindings(entry, found, files.tell);
    return found.lines;
  }
}

async function contextOf(manifest: Manifest, options: CheckOptions): Promise<CheckContext> {
  const { region, modules, testNumbers: list } = options;
  const { data, testNumbers } = await planOf({
    seed: manifest.seed,
    ...(region === undefined ? {} : { region }),
    ...(modules === undefined ? {} : { modules }),
    ...(list === undefined ? {} : { testNumbers: list }),
  });
  return {
    manifest,
    data,
    testNumbers: testNumbers ?? publishedTestNumbers(),
    until: Date.parse(`${manifest.choices.until}T00:00:00+01:00`),
  };
}

function watch(rule: Rule, context: CheckContext) {
  const notFor = rule.notFor?.(context.manifest);
  const findings = new RuleFindings(rule, notFor);
  return { findings, observer: notFor === undefined ? rule.watch(context, findings.tell) : undefined };
}
