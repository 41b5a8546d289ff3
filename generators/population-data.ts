import type { Mortality } from './demography/mortality.ts';
import type { Origin } from './demography/origin.ts';
import type { Region } from './demography/region.ts';
import type { DiseaseLibrary } from './disease/load-modules.ts';
import type { Hospitals } from './organisation/units.ts';

/** Everything that files tell of a population: plain data, checked. */
export interface PopulationData {
  readonly region: Region;
  /** Of each cell of age and sex, relative to each other. */
  readonly ageWeights: readonly number[];
  readonly mortality: Mortality;
  readonly origins: readonly Origin[];
  readonly hospitals: Hospitals;
  readonly library: DiseaseLibrary;
}
