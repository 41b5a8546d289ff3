import process from 'node:process';
import type { Deck, DeckQuestion } from '../deck/deck.ts';
import { historyOf } from '../deck/history.ts';
import { bornFor, cdsHooksWay } from '../deck/ways/cds-hooks.ts';
import { throughSystem } from '../deck/ways/through-system.ts';
import { brokenBy, type NoWay, type Way } from '../deck/ways/way.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { DeckWay } from '../domain/deck-evidence.ts';
import { wallClock } from '../flows/clock.ts';
import { unitsForFlow } from '../flows/units.ts';
import { bornOn } from '../generators/people/draw-patient.ts';
import { cdsHooksOf } from '../systems/cds-hooks/address.ts';
import { connectCdsHooks } from '../systems/cds-hooks/client.ts';
import { hasApi } from '../systems/open-system.ts';
import type { Run } from './with-run.ts';

/** What the ways of a run are opened with. */
export interface WaysWanted {
  readonly ways: readonly DeckWay[];
  readonly run: Pick<Run, 'id' | 'profile' | 'systems' | 'signal'>;
  readonly units: readonly CareUnit[];
  readonly seed: number;
}

/** How many orders are written at the same time; an assumption that no system minds. */
const API_AT_ONCE = 4;

/** The ways that were asked for, each opened, or with why it is not there. */
export async function openWays({ ways, run, units, seed }: WaysWanted): Promise<readonly (Way | NoWay)[]> {
  const clock = wallClock(run.signal);
  const municipality = units.find(({ kind }) => kind === 'municipality')?.municipalityCode;
  const own = unitsForFlow(units, municipality);
  // A new person for each run and way: what was ordered earlier is not in the way of what is ordered now.
  const patientsOf = (way: DeckWay) => (question: DeckQuestion) => {
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const { age, sex } = question.patient;
    const born = { birthDate: bornFor(age, today), sex, protectedIdentity: false };
    const key = `${run.id} ${way} ${question.case} ${question.kind}`;
    return { ...bornOn(seed, key, born, municipality), history: historyOf(question, today) };
  };
  const through = (way: 'api' | 'page') =>
    throughSystem({
      ...{ way, run: run.id, units: own, patientFor: patientsOf(way), clock },
      system: run.systems.byChannel[way === 'api' ? 'api' : 'ui'],
      atOnce: way === 'api' ? API_AT_ONCE : 1,
    });
  const open: Readonly<Record<DeckWay, () => Promise<Way | NoWay>>> = {
    'cds-hooks': () => openCdsHooks(run.profile),
    api: async () =>
      hasApi(run.profile)
        ? through('api')
        : {
            way: 'api',
            reason: `Systemprofilen ${run.profile.name} säger inte hur systemet nås genom ett api.`,
          },
    page: async () =>
      run.profile.ui === undefined
        ? {
            way: 'page',
            reason: `Systemprofilen ${run.profile.name} säger inte var systemets sidor finns (ui).`,
          }
        : through('page'),
  };
  const opened: (Way | NoWay)[] = [];
  for (const way of ways) opened.push(await open[way]());
  return opened;
}

async function openCdsHooks(profile: Run['profile']): Promise<Way | NoWay> {
  const where = cdsHooksOf(profile, process.env);
  if ('reason' in where) return { way: 'cds-hooks', reason: where.reason };
  try {
    return cdsHooksWay(await connectCdsHooks(where.address, where.token), Date.now);
  } catch (error) {
    // That it was told of and is not there is for every case to say: nothing of it was asked.
    const said = brokenBy(error);
    return { way: 'cds-hooks', atOnce: 1, ask: async () => said, close: async () => {} };
  }
}

/** Cases to be asked about in pages: the first of each category, then the second, until there are so many. */
export function sampleOf({ cases }: Deck, size: number): ReadonlySet<string> {
  const turns = new Map<string, number>();
  return new Set(
    cases
      .map(({ id, category }) => {
        const turn = turns.get(category) ?? 0;
        turns.set(category, turn + 1);
        return { id, turn };
      })
      .toSorted((one, other) => one.turn - other.turn)
      .slice(0, size)
      .map(({ id }) => id),
  );
}
