import path from 'node:path';
import process from 'node:process';
import { generatePopulation, generateShare, type Progress } from '../../../generators/generate-population.ts';
import {
  type Compression,
  type Format,
  MANIFEST_FILE,
  type Manifest,
} from '../../../generators/output/manifest.ts';
import { shareOf } from '../../../generators/share.ts';
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
  readonly shard?: string;
  readonly json?: true;
}

/** `genrep generate population`. */
export async function writePopulation(options: PopulationOptions): Promise<void> {
  const { out, workers, format, compress, shard, json } = options;
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
  const share = shard === undefined ? undefined : shareOf(shard);
  const made = await withProgressLine('Gör befolkningen', line, (show) =>
    interruptible<Manifest | ShareMade>((signal) => {
      const chosen = { ...sources, out, workers, format, compress, signal };
      return share === undefined ? generatePopulation(chosen, show) : generateShare(chosen, share, show);
    }),
  );
  if (!('choices' in made)) return tellShare(out, shard ?? '', made, json);
  const manifest = made;
  process.stdout.write(json ? `${JSON.stringify(outcomeOf(out, manifest))}\n` : describe(out, manifest));
}

type ShareMade = Awaited<ReturnType<typeof generateShare>>;

function tellShare(out: string, shard: string, { counts, files }: ShareMade, json: true | undefined): void {
  const resources = Object.values(counts).reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    json
      ? `${JSON.stringify({ folder: path.resolve(out), shard, counts, files: files.length })}\n`
      : `Del ${shard}: ${inSwedish(resources)} rader i ${inSwedish(files.length)} filer. ` +
          'När alla delar är skrivna: samma kommando utan --shard.\n',
  );
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
