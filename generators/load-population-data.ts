import { fileURLToPath } from 'node:url';
import { readYaml } from '../input/yaml-source.ts';
import { type AgeBands, ageWeights } from './demography/age-pyramid.ts';
import type { Mortality } from './demography/mortality.ts';
import type { Origin } from './demography/origin.ts';
import { loadRegion } from './demography/region.ts';
import { loadModules } from './disease/load-modules.ts';
import type { Hospitals } from './organisation/units.ts';
import type { PopulationData } from './population-data.ts';

const AGE_PYRAMID_FILE = local('./demography/age-pyramid.yaml');
const MORTALITY_FILE = local('./demography/mortality.yaml');
const ORIGINS_FILE = local('./demography/origins.yaml');
const HOSPITALS_FILE = local('./organisation/hospitals.yaml');

/** Reads and checks every file; what is wrong in one is an InputError with file and line. */
export function loadPopulationData(regionFile: string, modulesFolder: string): PopulationData {
  const mortality = readMortality();
  return {
    region: loadRegion(regionFile),
    ageWeights: ageWeights(readAgeBands(), mortality),
    mortality,
    origins: (readYaml(ORIGINS_FILE).content as { readonly origins: readonly Origin[] }).origins,
    hospitals: readYaml(HOSPITALS_FILE).content as Hospitals,
    library: loadModules(modulesFolder),
  };
}

const readAgeBands = (): AgeBands =>
  (readYaml(AGE_PYRAMID_FILE).content as { readonly thousands: AgeBands }).thousands;

const readMortality = (): Mortality =>
  (readYaml(MORTALITY_FILE).content as { readonly per1000: Mortality }).per1000;

function local(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
