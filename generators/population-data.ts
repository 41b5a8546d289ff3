import type { AgeBands } from './demography/age-pyramid.ts';
import type { Origin } from './demography/origin.ts';
import type { Region } from './demography/region.ts';
import type { DiseaseLibrary } from './disease/load-modules.ts';
import type { Hospitals } from './organisation/units.ts';

/** Everything that files tell of a population: plain data, checked. */
export interface PopulationData {
  readonly region: Region;
  readonly ageBands: AgeBands;
  readonly origins: readonly Origin[];
  readonly hospitals: Hospitals;
  readonly library: DiseaseLibrary;
}
