import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { InputError } from '../../domain/input-error.ts';
import type { MigrationOpened } from '../../domain/migration-evidence.ts';
import { openEngine } from '../../migration/engine.ts';
import { openExtract, openNdjson, typesIn } from '../../migration/extract/open-extract.ts';
import { findingKinds, recordKinds } from '../../migration/load-data.ts';
import { loadMapping, SAME } from '../../migration/mapping.ts';
import { faultsNamed, plant } from '../../migration/plant.ts';
import { choosePeople, reconcile } from '../../migration/reconcile.ts';
import type { RecordKind } from '../../migration/record.ts';
import { readHistory } from '../../reports/history.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { earlierRuns } from '../earlier-runs.ts';
import { interruptible } from '../interruption.ts';
import { type ReadSystem, readSystem } from '../migrated-system.ts';
import { withProgressLine } from '../progress/progress-line.ts';
import { newRun } from '../run-folder.ts';
import { withJournal } from '../with-journal.ts';

/** As commander hands them over. */
export interface MigrationOptions {
  readonly system?: string;
  readonly target?: string;
  readonly mapping?: string;
  readonly corrected?: string;
  readonly people?: number;
  readonly sample: number;
  readonly judged?: string;
  readonly fault: readonly string[];
  readonly stage: string;
  readonly seed: number;
  readonly previous: readonly string[];
  readonly json?: true;
  readonly sign?: string;
  readonly out?: string;
  readonly replace?: true;
}

/** What is compared on one machine: the rest of its memory is the operating system's, for the files. */
const LIMITS = { memory: 1_200, threads: Math.min(4, os.availableParallelism()) };

/** All differences, and the list for people's eyes, in the run's folder. */
const FILES = { differences: 'skillnader.csv', sample: 'stickprov.csv' };

/** `genrep migration`: all is read and compared before anything is written; then what came of it is evidence. */
export async function runMigration(source: string, options: MigrationOptions): Promise<void> {
  const { seed, sign } = options;
  const stage = loadStage(options.stage);
  const { id: run, folder } = await newRun('migrering', options);
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'genrep-migration-'));
  try {
    const { events, system } = await interruptible((signal) => compared(source, options, scratch, signal));
    const beginning = {
      ...{ run, stage, seed, flows: [], planned: 0, speed: 1 },
      command: 'migration',
      title: `Migreringen av ${path.basename(path.resolve(source))}`,
      ...(system === undefined ? {} : { system }),
      ...(options.fault.length === 0 ? {} : { planted: options.fault }),
      asked: askedFor([source], options),
    } as const;
    await withJournal({ folder, sign, beginning }, async ({ sink }) => {
      for (const event of events) sink(event);
    });
    for (const file of Object.values(FILES)) await move(path.join(scratch, file), path.join(folder, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const history = await readHistory(folder);
  const earlier = await earlierRuns(options.previous, [history]);
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false, earlier });
}

interface Done {
  readonly events: readonly EvidenceEvent[];
  readonly system?: ReadSystem['description'];
}

async function compared(
  source: string,
  options: MigrationOptions,
  scratch: string,
  signal: AbortSignal,
): Promise<Done> {
  const kinds = recordKinds();
  const mapping = options.mapping === undefined ? SAME : loadMapping(options.mapping, kinds);
  const engine = await openEngine(LIMITS);
  try {
    const from = await openExtract(source, mapping, scratch);
    const read = await targetOf(options, { scratch, kinds, signal }, async () => {
      await choosePeople({ ...options, engine, source: from, mapping, kinds });
      return (await engine.rows<{ known: string }>('SELECT known FROM chosen')).map(({ known }) => known);
    });
    const { corrected, people, judged, seed, sample } = options;
    const events: EvidenceEvent[] = [];
    await withProgressLine<readonly [RecordKind, number, number], void>(
      'Stämmer av',
      ([kind, number, all]) => `${kind.sv}, ${number} av ${all}`,
      (show) =>
        reconcile({
          ...{ engine, mapping, kinds, findings: findingKinds(), seed, sample, signal },
          sides: {
            source: from,
            target: openNdjson(read.folder, mapping.key),
            ...(corrected === undefined ? {} : { corrected: openNdjson(corrected, mapping.key) }),
          },
          told: {
            source: mapping === SAME ? path.basename(path.resolve(source)) : mapping.name,
            target: read.told,
            ...(corrected === undefined ? {} : { corrected: path.basename(path.resolve(corrected)) }),
          },
          ...(people === undefined ? {} : { people }),
          ...(judged === undefined ? {} : { judged }),
          files: {
            differences: path.join(scratch, FILES.differences),
            sample: path.join(scratch, FILES.sample),
          },
          sink: (event) => events.push(event),
          progress: (...at) => show(at),
        }),
    );
    return { events, ...(read.description === undefined ? {} : { system: read.description }) };
  } finally {
    await engine.close();
  }
}

interface Target {
  /** NDJSON. */
  readonly folder: string;
  readonly told: MigrationOpened['target'];
  readonly description?: ReadSystem['description'];
}

interface Place {
  readonly scratch: string;
  readonly kinds: readonly RecordKind[];
  readonly signal: AbortSignal;
}

/** The extract to compare with: the one that was given, a copy of it with faults, or one that is read from the system now. */
async function targetOf(
  { target, system, people, fault }: MigrationOptions,
  { scratch, kinds, signal }: Place,
  numbers: () => Promise<readonly string[]>,
): Promise<Target> {
  const into = path.join(scratch, 'target');
  if (system !== undefined) {
    const types = [...new Set(kinds.map(({ resource }) => resource)), 'Organization'];
    await mkdir(into);
    const chosen = people === undefined ? {} : { numbers: await numbers() };
    const { description } = await readSystem(system, { types, into, signal, ...chosen });
    return {
      folder: into,
      told: { name: description.name, by: people === undefined ? 'search' : 'person' },
      description,
    };
  }
  if (target === undefined)
    throw new InputError(
      'Säg vad källan ska stämmas av mot: --system PROFIL, eller --target MAPP med ett utdrag.',
    );
  const told = { name: path.basename(path.resolve(target)), by: 'extract' } as const;
  if (fault.length === 0) return { folder: target, told };
  const struck = await plant(faultsNamed(fault), typesIn(target), into);
  for (const [id, count] of struck) process.stderr.write(`Planterat: ${id}, ${count} gånger\n`);
  return { folder: into, told };
}

/** Also to another disk. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await copyFile(from, to);
  });
}
