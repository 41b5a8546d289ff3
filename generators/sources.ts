import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '../domain/input-error.ts';
import { cachedPopulationData } from './cached-population-data.ts';
import { VASTRA_GOTALAND } from './demography/region-files.ts';
import { publishedTestNumbers, readTestNumbers } from './demography/test-numbers.ts';
import { libraryFiles, MODULES } from './disease/module-files.ts';
import type { PopulationPlan } from './population.ts';
import type { PopulationData } from './population-data.ts';
import { GENERATOR_VERSION } from './version.ts';

/** Which population is meant, in words and files. */
export interface PopulationSources {
  readonly seed: number;
  readonly people?: number;
  /** A region file; default Västra Götaland. */
  readonly region?: string;
  /** Kommunkoder or names of kommuner. */
  readonly municipalities?: readonly string[];
  /** A folder of disease modules; default those of Genrep. */
  readonly modules?: string;
  /** An official list of test numbers. */
  readonly testNumbers?: string;
}

/** Reads all files that decide who the people are. */
export async function planOf(sources: PopulationSources): Promise<PopulationPlan> {
  const { seed, people, municipalities = [], modules = MODULES, testNumbers } = sources;
  const data = await cachedPopulationData(hashOfSources(sources), async () => {
    const { loadPopulationData } = await import('./load-population-data.ts');
    return loadPopulationData(regionFile(sources), modules);
  });
  return {
    seed,
    data,
    municipalities: codesOf(municipalities, data),
    ...(people === undefined ? {} : { people }),
    testNumbers: testNumbers === undefined ? publishedTestNumbers() : readTestNumbers(testNumbers),
  };
}

/** SHA-256, as hex, of everything that is read, and of the version that reads it. */
export function hashOfSources(sources: PopulationSources): string {
  const files = [regionFile(sources), ...libraryFiles(sources.modules ?? MODULES), ...OWN_DATA];
  if (sources.testNumbers !== undefined) files.push(sources.testNumbers);
  const hash = createHash('sha256').update(GENERATOR_VERSION);
  for (const file of files) hash.update('\0').update(readIn(file));
  return hash.digest('hex');
}

function readIn(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError(`Filen går inte att läsa (${cause instanceof Error ? cause.message : cause}).`, {
      file,
    });
  }
}

/** The kommunkoder of what the user named, each once and in order; what the region does not have is an InputError. */
function codesOf(named: readonly string[], { region }: PopulationData): readonly string[] {
  const codes = named.map((name) => {
    const found = region.municipalities.find(
      (municipality) => municipality.code === name || folded(municipality.name) === folded(name),
    );
    if (found !== undefined) return found.code;
    const known = region.municipalities.map(({ code: each, name: title }) => `${each} ${title}`).join(', ');
    throw new InputError(`Kommunen ${name} finns inte i regionen ${region.name}; där finns ${known}.`);
  });
  return [...new Set(codes)].sort();
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

const regionFile = ({ region }: PopulationSources): string => region ?? fileURLToPath(VASTRA_GOTALAND);

const OWN_DATA = [
  './demography/age-pyramid.yaml',
  './demography/mortality.yaml',
  './demography/origins.yaml',
  './organisation/hospitals.yaml',
  './modules/module.schema.json',
].map((file) => fileURLToPath(new URL(file, import.meta.url)));
