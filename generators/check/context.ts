import { publishedTestNumbers } from '../demography/test-numbers.ts';
import type { Manifest } from '../output/manifest.ts';
import { type PopulationSources, planOf } from '../sources.ts';
import type { CheckContext } from './rule.ts';

/** Region, modules and test numbers: those that the population was made with; absent: Genrep's own. */
export type CheckSources = Pick<PopulationSources, 'region' | 'modules' | 'testNumbers'>;

export async function contextOf(manifest: Manifest, sources: CheckSources): Promise<CheckContext> {
  const { region, modules, testNumbers: list } = sources;
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
