import { fileURLToPath } from 'node:url';
import { VASTRA_GOTALAND } from './demography/region-files.ts';
import { MODULES } from './disease/module-files.ts';
import type { FhirEmitter } from './fhir/emit-fhir.ts';
import type { History } from './history/history.ts';
import { loadPopulationData } from './load-population-data.ts';
import { textOf, Utf8Writer } from './output/utf8-writer.ts';
import { type Population, populationOf } from './population.ts';

/** What tests share: the data that ships, read once. */
export const DATA = loadPopulationData(fileURLToPath(VASTRA_GOTALAND), MODULES);

export const TEN_YEARS = { until: '2026-01-01', years: 10 } as const;

export const populationFor = (seed: number, people: number): Population =>
  populationOf({ seed, data: DATA, municipalities: [], people });

export interface WrittenResource {
  readonly type: string;
  readonly id: string;
  readonly json: string;
}

/** A person's history as FHIR, resource by resource. */
export function resourcesOf(emitter: FhirEmitter, history: History): readonly WrittenResource[] {
  const resources: WrittenResource[] = [];
  const out = new Utf8Writer(1024);
  let about = { type: '', id: '' };
  emitter.emit(history, {
    begin(type, id) {
      about = { type, id: textOf(id) };
      out.clear();
      return out;
    },
    end: () => resources.push({ ...about, json: out.written().toString() }),
  });
  return resources;
}
