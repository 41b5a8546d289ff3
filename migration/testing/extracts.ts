import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationEvent } from '../../domain/migration-evidence.ts';
import { generatePopulation } from '../../generators/generate-population.ts';
import { openEngine } from '../engine.ts';
import { openExtract, openNdjson, typesIn } from '../extract/open-extract.ts';
import { findingKinds, recordKinds } from '../load-data.ts';
import { type Mapping, SAME } from '../mapping.ts';
import { type Fault, loadFaults, plant } from '../plant.ts';
import { reconcile } from '../reconcile.ts';

/** A source as real ones are: people of the generator, with what has happened to records over the years. */
export async function sourceIn(folder: string, people = 200): Promise<string> {
  const [generated, source] = [path.join(folder, 'generated'), path.join(folder, 'source')];
  const options = { seed: 3, until: '2026-01-01', years: 10, workers: 1, compress: 'none' } as const;
  await generatePopulation({ ...options, people, format: 'ndjson', out: generated });
  await plant(loadFaults('real-life'), typesIn(generated), source);
  return source;
}

/** A target in which faults have struck, and how many resources each struck. */
export async function targetWith(faults: readonly Fault[], source: string, target: string) {
  return plant(faults, typesIn(source), target);
}

interface Compared {
  readonly mapping?: Mapping;
  readonly corrected?: string;
  readonly people?: number;
  readonly judged?: string;
  /** Names of the kinds of record; all when absent. */
  readonly kinds?: readonly string[];
}

/** What comparing a source with a target comes to. */
export async function comparedBetween(
  source: string,
  target: string,
  scratch: string,
  { mapping = SAME, corrected, people, judged, kinds }: Compared = {},
): Promise<readonly MigrationEvent[]> {
  await mkdir(scratch, { recursive: true });
  const events: MigrationEvent[] = [];
  const engine = await openEngine({ memory: 500, threads: 1 });
  try {
    await reconcile({
      engine,
      sides: {
        source: await openExtract(source, mapping, scratch),
        target: openNdjson(target, mapping.key),
        ...(corrected === undefined ? {} : { corrected: openNdjson(corrected, mapping.key) }),
      },
      ...{
        mapping,
        kinds: recordKinds().filter(({ name }) => kinds?.includes(name) ?? true),
        findings: findingKinds(),
        seed: 1,
        sample: 200,
      },
      told: { source: 'källan', target: { name: 'målet', by: 'extract' } },
      ...(people === undefined ? {} : { people }),
      ...(judged === undefined ? {} : { judged }),
      files: {
        differences: path.join(scratch, 'skillnader.csv'),
        sample: path.join(scratch, 'stickprov.csv'),
      },
      sink: (event) => events.push(event as MigrationEvent),
      signal: new AbortController().signal,
    });
  } finally {
    await engine.close();
  }
  return events;
}
