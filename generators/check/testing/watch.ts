import { publishedTestNumbers } from '../../demography/test-numbers.ts';
import { MANIFEST_FORMAT, type Manifest } from '../../output/manifest.ts';
import { planOf } from '../../sources.ts';
import { FindingsOfAll, RuleFindings } from '../findings.ts';
import { ResourceReader } from '../read/resources.ts';
import type { CheckContext, JsonObject, Place, Rule } from '../rule.ts';

/** A file that no population has: what is watched here stands in it, a resource a line. */
export const FILE = 'shard-00000/Test.ndjson';

export interface Found {
  readonly place: Place;
  readonly sv: string;
}

/** Lets a rule watch some resources as one shard and judge what it gives of it, and answers what it found. */
export async function watch(
  rule: Rule,
  resources: readonly JsonObject[],
  choices: Partial<Manifest['choices']> = {},
): Promise<readonly Found[]> {
  const context = await contextOf({ people: 0, ...choices });
  const inShard = new RuleFindings(rule.name);
  const observer = rule.watch(context, inShard.tell);
  const reader = new ResourceReader(inShard.tell, (line) => {
    if (observer.types?.includes(line.type) ?? true) observer.see?.(line);
  });
  observer.beginShard?.(reader.people, 'shard-00000');
  resources.forEach((resource, place) => {
    reader.line(FILE, { number: place + 1, text: JSON.stringify(resource), isText: true });
  });
  observer.endShard?.(reader.people);
  const given = observer.give?.();

  const ofAll = new FindingsOfAll(rule.name, () => 0);
  const judge = rule.watch(context, ofAll.tell);
  if (given !== undefined) judge.take?.(JSON.parse(JSON.stringify(given)));
  judge.end?.();
  return ofAll.with(inShard).findings.map(({ place, words }) => ({ place, sv: words.sv }));
}

/** What rules may know of a population in which everything is as Genrep's own files say. */
export async function contextOf(choices: Partial<Manifest['choices']>): Promise<CheckContext> {
  const { data } = await planOf({ seed: 1 });
  const until = choices.until ?? '2026-01-01';
  return {
    data,
    testNumbers: publishedTestNumbers(),
    until: Date.parse(`${until}T00:00:00+01:00`),
    manifest: {
      format: MANIFEST_FORMAT,
      version: '1',
      seed: 1,
      data: '',
      counts: {},
      files: [],
      choices: {
        region: 'vastra-gotaland',
        municipalities: [],
        people: 0,
        shardSize: 1000,
        until,
        years: 10,
        format: 'ndjson',
        compress: 'none',
        ...choices,
      },
    },
  };
}
