import { InputError } from '../domain/input-error.ts';
import { WRITERS } from './output/formats.ts';
import type { Format } from './output/manifest.ts';
import { Utf8Writer } from './output/utf8-writer.ts';
import { type Period, populationOf } from './population.ts';
import { type PopulationSources, planOf } from './sources.ts';

/** What `genrep generate patient --index I` prints. */
export interface GeneratePatientOptions extends PopulationSources, Period {
  readonly index: number;
  readonly format: Format;
}

/**
 * One person alone: the same bytes as the person's lines in the files of the whole population, file by file in order
 * of name.
 */
export async function generatePatient(options: GeneratePatientOptions): Promise<string> {
  const population = populationOf(await planOf(options));
  const { people } = population.census;
  if (options.index >= people) {
    throw new InputError(`Det finns ingen person ${options.index}: de ${people} räknas från 0.`);
  }
  const files = new Map<string, Utf8Writer>();
  WRITERS[options.format](population)(population.historyOf(options.index, options), {
    lines(file) {
      const line = files.get(file) ?? new Utf8Writer(1 << 14);
      files.set(file, line);
      return { line, endLine: () => line.text('\n') };
    },
    count: () => {},
  });
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, lines]) => lines.written().toString())
    .join('');
}
