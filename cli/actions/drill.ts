import process from 'node:process';
import { type Drill, loadDrill } from '../../downtime/drill.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { loadProfile } from '../../systems/load-profile.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { holdDrill } from '../drill/hold-drill.ts';
import { requirePlace } from '../drill/require-place.ts';
import { profileOf, type RunningReference, startReference } from '../reference-process.ts';
import { requireMeans } from '../require-means.ts';
import { newRun } from '../run-folder.ts';
import { startsItself } from '../system-under-test.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface DrillOptions {
  readonly system: string;
  readonly back?: string;
  readonly seed: number;
  readonly stage: string;
  readonly fault: readonly string[];
  readonly json?: true;
  readonly sign?: string;
  readonly out?: string;
  readonly replace?: true;
}

/** `genrep drill`: everything is read and checked before the system is touched; what happened in the drill is evidence. */
export async function rehearseDowntime(name: string, options: DrillOptions): Promise<void> {
  const { system, seed, sign, fault: faults } = options;
  await requireMeans({ system, faults, pages: 'none' });
  const loaded = loadDrill(name);
  const { drill } = loaded;
  requirePlace(drill, options);
  const stage = loadStage(options.stage);
  const { id, folder } = await newRun('driftstopp', options);
  const frame = {
    ...{ id, folder, system, faults, pageSnapshots: false, channels: new Set(['api'] as const) },
    isSteered: drill.what === 'laboratory' && startsItself(system),
    started: {
      command: 'drill',
      ...{ title: drill.sv, stage, flows: [], seed, planned: 0, speed: 1 },
      asked: askedFor([name], options),
    },
    ...(sign === undefined ? {} : { sign }),
  } as const;
  await withRun(frame, async ({ profile, reference, journal, signal }) => {
    const old = await oldSystem(drill, options);
    try {
      const place = { profile, reference, run: id, seed, signal, sink: journal.sink };
      await holdDrill(loaded, { ...place, ...(old === undefined ? {} : { back: old.profile }) });
    } finally {
      await old?.close();
    }
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false, earlier: [] });
}

/** The system that is gone back to: another reference environment, where none is named. */
async function oldSystem({ what }: Drill, { back }: DrillOptions) {
  if (what !== 'roll-back') return undefined;
  if (back !== undefined) return { profile: loadProfile(back), close: async () => undefined };
  const reference: RunningReference = await startReference({});
  const profile = { ...profileOf(reference), name: 'reference (det gamla)' };
  return { profile, close: () => reference.close() };
}
