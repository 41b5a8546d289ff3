import { fileURLToPath } from 'node:url';
import { VASTRA_GOTALAND } from './demography/region-files.ts';
import { MODULES } from './disease/module-files.ts';
import { loadPopulationData } from './load-population-data.ts';
import { type Population, populationOf } from './population.ts';

/** What tests share: the data that ships, read once. */
export const DATA = loadPopulationData(fileURLToPath(VASTRA_GOTALAND), MODULES);

export const TEN_YEARS = { until: '2026-01-01', years: 10 } as const;

export const populationFor = (seed: number, people: number): Population =>
  populationOf({ seed, data: DATA, municipalities: [], people });
