import type { CareUnit } from '../../domain/care-day.ts';
import type { RunStarted } from '../../domain/evidence.ts';
import { InputError } from '../../domain/input-error.ts';
import { unitsForFlow } from '../../flows/units.ts';
import { drawPeople } from '../../generators/draw/draw-people.ts';
import type { RunHistory } from '../../reports/history.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { chooser } from '../drawing.ts';
import type { PlayedInstance } from '../play-flows.ts';
import { type Preparation, prepareDay } from '../prepare-day.ts';
import { isOfCrowd } from '../trial/crowd.ts';
import { numberInTrial, trialInstances } from '../trial/place.ts';

/** A run, made ready to be played again in parts: the same people, values and places, from its evidence. */
export interface Replay {
  /** The profile that it was made with, by name or path. */
  readonly system: string;
  readonly faults: readonly string[];
  /** Those of the run that had begun, in the order in which they came. */
  readonly instances: readonly ReplayedInstance[];
}

interface ReplayedInstance extends PlayedInstance {
  /** When it came, on the day's clock. */
  readonly at: number;
}

/** Where scenarios take place that are no day's. */
const DAY = 'sas-vardag';

/** Works out who went through what in a run. Throws InputError for one that cannot be played again from its evidence. */
export async function replayOf(history: RunHistory, given?: { readonly system?: string }): Promise<Replay> {
  const { started } = history;
  const all = await instancesIn(history);
  const known = new Map(all.map((each) => [each.instance, each]));
  const instances = history.instances.flatMap(({ instance, channel, started: { plannedAt, drawn } }) => {
    const found = known.get(instance);
    if (found === undefined) return [];
    return [{ ...found, channel, at: plannedAt, ...(drawn === undefined ? {} : { drawn }) }];
  });
  if (instances.length === 0) throw cannot(started, 'inget av det som spelades går att spela igen');
  return {
    system: given?.system ?? textOf(started.asked?.options.system) ?? 'reference',
    faults: started.planted ?? [],
    instances: instances.toSorted((a, b) => a.at - b.at),
  };
}

async function instancesIn(history: RunHistory): Promise<readonly PlayedInstance[]> {
  const { started } = history;
  switch (started.command) {
    case 'day':
      return ofDay(started);
    case 'features':
      return history.instances.some(({ instance }) => numberInTrial(instance) !== undefined)
        ? ofTrial(history)
        : ofFeatures(history);
    case 'lab':
      throw cannot(started, 'människor arbetade i den, och de går inte att spela om');
    case 'deck':
      throw cannot(started, 'kontrollfrågor till beslutsstöd har inga flöden');
    case 'migration':
      throw cannot(started, 'en avstämd migrering har inga flöden');
    case 'drill':
      throw cannot(started, 'ett övat stopp har inga flöden');
    case 'access':
      throw cannot(started, 'en prövning av åtkomst har inga flöden');
    case 'load':
      throw cannot(started, 'en belastning har inga enstaka flöden att ta bort');
    case 'simulate':
      throw cannot(started, 'en simulering sänder ingenting till något system');
  }
}

/** The day is unrolled anew, and must be the same one. */
async function ofDay(started: RunStarted): Promise<readonly PlayedInstance[]> {
  const [day] = started.asked?.arguments ?? [];
  if (started.asked === undefined || day === undefined)
    throw cannot(started, 'den säger inte hur den begärdes (den är från före 0.2)');
  const { draws = 'written', seed } = started;
  const options = { ...started.asked.options, seed, draws } as unknown as Preparation;
  const { plan, flows } = await prepareDay(day, options);
  if (plan.hash !== started.planHash)
    throw cannot(started, 'dagens definition eller flödena har ändrats sedan dess');
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const byKey = new Map(plan.units.map((unit) => [unit.key, unit]));
  return plan.flows.flatMap(({ instance, flow: id, patient, units, channel }) => {
    const flow = byId.get(id);
    if (flow === undefined) return [];
    const own = Object.entries(units).flatMap(([kind, key]): [string, CareUnit][] => {
      const unit = byKey.get(key);
      return unit === undefined ? [] : [[kind, unit]];
    });
    return [{ instance, flow, patient, units: Object.fromEntries(own), channel }];
  });
}

async function ofFeatures({ started, instances }: RunHistory): Promise<readonly PlayedInstance[]> {
  const { units } = loadDay(DAY);
  const home = units.find(({ kind }) => kind === 'municipality')?.municipalityCode;
  const draw = await drawPeople(started.seed, started.flows);
  return instances.map(({ instance, flow, channel }) => ({
    ...{ instance, flow, channel },
    patient: draw(`${started.run}/${instance}`, flow.patient, home),
    units: unitsForFlow(units, home),
  }));
}

async function ofTrial({ started, instances }: RunHistory): Promise<readonly PlayedInstance[]> {
  const { seed, draws = 'written' } = started;
  const flows = started.flows.filter(({ id }) => !isOfCrowd(id));
  const patients = Math.max(...instances.map(({ instance }) => numberInTrial(instance) ?? 1));
  const ofCrowd = instances.filter(({ instance }) => isOfCrowd(instance));
  const crowd = Math.max(
    0,
    ...[...Map.groupBy(ofCrowd, ({ flow }) => flow.id).values()].map(({ length }) => length),
  );
  const choose = await chooser(draws, { seed, asked: flows });
  return trialInstances(flows, { patients, crowd, channel: 'api' }, choose);
}

const cannot = ({ run }: RunStarted, why: string): InputError =>
  new InputError(
    `Körningen ${run} går inte att krympa: ${why}. Ange en röd körning av day, features eller trial.`,
  );

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
