import process from 'node:process';
import type { Strength } from '../../access/cells.ts';
import { loadRules } from '../../access/load-rules.ts';
import type { PersonFor } from '../../access/people.ts';
import { runMatrix } from '../../access/run-matrix.ts';
import { wallClock } from '../../flows/clock.ts';
import { bornOn } from '../../generators/people/draw-patient.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { openAccess } from '../../systems/open-access.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { withProgressLine } from '../progress/progress-line.ts';
import { requireMeans } from '../require-means.ts';
import { newRun } from '../run-folder.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface AccessOptions {
  readonly system: string;
  readonly strength: '2' | '3' | 'all';
  readonly seed: number;
  readonly stage: string;
  readonly fault: readonly string[];
  readonly json?: true;
  readonly sign?: string;
  readonly out?: string;
  readonly replace?: true;
}

/** `genrep access`: everything is read and checked before anything is asked; what was let and refused is evidence. */
export async function runAccess(name: string, options: AccessOptions): Promise<void> {
  const { system, seed, sign } = options;
  await requireMeans({ system, faults: options.fault, pages: 'none' });
  const rules = loadRules(name);
  const stage = loadStage(options.stage);
  const { id, folder } = await newRun(`access-${rules.name}`, options);
  const frame = {
    ...{
      id,
      folder,
      system,
      faults: options.fault,
      pageSnapshots: false,
      channels: new Set(['api'] as const),
    },
    started: {
      command: 'access',
      ...{ title: rules.title.sv, stage, flows: [], seed, planned: 0, speed: 1 },
      asked: askedFor([name], options),
    },
    ...(sign === undefined ? {} : { sign }),
  } as const;
  await withRun(frame, async ({ profile, systems, journal, signal }) => {
    const clock = wallClock(signal);
    const door = openAccess(profile, clock);
    const { clockAhead } = systems;
    try {
      await withProgressLine<readonly [number, number], void>(
        'Prövar vem som får se och göra vad',
        ([tried, all]) => `${tried} av ${all} rutor`,
        (show) =>
          runMatrix({
            ...{ rules, door, run: id, seed, clock, signal, sink: journal.sink },
            strength: strengthOf(options.strength),
            personFor: peopleOf(seed, new Date(clock.now())),
            progress: (tried, all) => show([tried, all]),
            ...(clockAhead === undefined ? {} : { clockAhead }),
          }),
      );
    } finally {
      await door.close();
    }
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false, earlier: [] });
}

const strengthOf = (written: AccessOptions['strength']): Strength =>
  written === 'all' ? 'all' : written === '2' ? 2 : 3;

/** People of an age, who have had their birthday of the year. */
const peopleOf =
  (seed: number, today: Date): PersonFor =>
  (key, age, isProtected) => {
    const birthDate = `${today.getUTCFullYear() - age}-01-01`;
    return bornOn(seed, key, { birthDate, sex: 'female', protectedIdentity: isProtected });
  };
