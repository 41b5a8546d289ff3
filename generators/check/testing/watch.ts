import { publishedTestNumbers } from '../../demography/test-numbers.ts';
import { MANIFEST_FORMAT, type Manifest } from '../../output/manifest.ts';
import { planOf } from '../../sources.ts';
import { RuleFindings } from '../findings.ts';
import { ResourceReader } from '../read/resources.ts';
import type { CheckContext, JsonObject, Place, Rule } from '../rule.ts';

/** A file that no population has: what is watched here stands in it, a resource a line. */
export const FILE = 'shard-00000/Test.ndjson';

export interface Found {
  readonly place: Place;
  readonly sv: string;
}

/** Lets a rule watch some resources as one shard, and answers what it found. */
export async function watch(
  rule: Rule,
  resources: readonly JsonObject[],
  choices: Partial<Manifest['choices']> = {},
): Promise<readonly Found[]> {
  const context = await contextOf({ people: 0, ...choices });
  const findings = new RuleFindings(rule, undefined);
  const observer = rule.watch(context, findings.tell);
  const reader = new ResourceReader(findings.tell, (line) => observer.see?.(line));
  observer.beginShard?.(reader.people);
  resources.forEach((resource, place) => {
    reader.line(FILE, { number: place + 1, text: JSON.stringify(resource), isText: true });
  });
  observer.endShard?.(reader.people);
  observer.end?.();
  return findings.result().findings.map(({ place, words }) => ({ place, sv: words.sv }));
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
