import path from 'node:path';
import process from 'node:process';
import { generatePopulation, type Progress } from '../../../generators/generate-population.ts';
import {
  type Compression,
  type Format,
  MANIFEST_FILE,
  type Manifest,
} from '../../../generators/output/manifest.ts';
import { interruptible } from '../../interruption.ts';
import { inSwedish, paceLine } from '../../progress/bar.ts';
import { withProgressLine } from '../../progress/progress-line.ts';
import { type ChosenPeople, sourcesOf } from './sources.ts';

/** As commander hands them over. */
export interface PopulationOptions extends ChosenPeople {
  readonly out: string;
  readonly workers: number;
  readonly format: Format;
  readonly compress: Compression;
  readonly json?: true;
}

/** `genrep generate population`. */
export async function writePopulation(options: PopulationOptions): Promise<void> {
  const { out, workers, format, compress, json } = options;
  const sources = await sourcesOf(options);
  const begun = performance.now();
  const line = ({ peopleDone, people, peopleBefore }: Progress): string =>
    paceLine({
      done: peopleDone,
      all: people,
      before: peopleBefore,
      passed: performance.now() - begun,
      what: 'personer',
    });
  const manifest = await withProgressLine('Gör befolkningen', line, (show) =>
    interruptible((signal) =>
      generatePopulation({ ...sources, out, workers, format, compress, signal }, show),
    ),
  );
  process.stdout.write(json ? `${JSON.stringify(outcomeOf(out, manifest))}\n` : describe(out, manifest));
}

/** All of the manifest but its long list of files. */
function outcomeOf(out: string, { files, ...manifest }: Manifest): object {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { folder: path.resolve(out), ...manifest, files: files.length, bytes };
}

function describe(out: string, { choices, counts, files }: Manifest): string {
  const resources = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const what = choices.format === 'hl7v2' ? 'meddelanden' : 'resurser';
  return (
    `${inSwedish(choices.people)} personer, ${inSwedish(resources)} ${what} i ${inSwedish(files.length)} filer.\n` +
    `Vad de är: ${path.join(out, MANIFEST_FILE)}\nGranska dem: npx genrep generate check ${out}\n`
  );
}
