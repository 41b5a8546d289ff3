import { appendFileSync } from 'node:fs';
import { closest, distance } from 'fastest-levenshtein';
import { Catalogue } from './catalogue.ts';
import type { Facts, Fault, FaultSwitch, Passed, Surroundings, SwitchableFaults } from './fault.ts';
import { FaultError } from './fault-error.ts';
import { fitsContent, fitsFacts } from './matching.ts';
import type { Effect, Thing } from './operator.ts';
import { OPERATORS } from './operators/index.ts';
import type { Place } from './places.ts';
import { requestFacts, requestsUnderWay } from './request.ts';
import { createTurns } from './turns.ts';
import { whose } from './whose.ts';

export type { Fault, FaultSwitch, SwitchableFaults } from './fault.ts';
export { FaultError } from './fault-error.ts';

const catalogue = new Catalogue();

/** Every fault the environment can be started with, by name; the benign ones, where nothing is wrong, among them. */
export const listFaults = (): readonly Fault[] => catalogue.all();

function faultNamed(name: string): Fault {
  const fault = catalogue.fault(name);
  if (fault !== undefined) return fault;
  const names = catalogue.names();
  const nearest = closest(name, names);
  const hint = distance(name, nearest) <= name.length / 2 ? `; menade du "${nearest}"?` : '.';
  throw new FaultError(`Det finns inget fel "${name}"${hint} Alla visas av "genrep reference --faults".`);
}

function switchedOn(specification: string): Fault {
  const [name = '', ...doses] = specification.split('=');
  const dose = doses.length === 0 ? undefined : doses.join('=');
  const fault = faultNamed(name);
  if (dose === undefined) return fault;
  const every = /^1\/([1-9]\d{0,5})$/.exec(dose)?.[1];
  if (every === undefined) {
    throw new FaultError(`Dosen av "${name}" ska vara 1/n, till exempel ${name}=1/3, och inte "${dose}".`);
  }
  return { ...fault, dose: { ...fault.dose, every: Number(every) } };
}

/** So many of what passed is remembered: enough that there is somebody else among them. */
const REMEMBERED = 200;

export interface FaultOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** A line is added here for every strike. */
  readonly record?: string;
  /** Whether faults may be planted later: then each place is looked at, as if something were planted there. */
  readonly isSwitchable?: boolean;
}

/** What has passed a place and is about somebody, the latest first. */
type People = Thing[];

/** A fault that is switched on, with what it has met. */
function planted(fault: Fault, { now = Date.now, record }: FaultOptions) {
  const isTurn = createTurns(fault.dose, now());
  const operator = OPERATORS.get(fault.operator ?? '');
  const met: { readonly thing: Thing; readonly at: number }[] = [];

  function strikes(subject: string | undefined): boolean {
    const turn = isTurn(subject, { now: now(), underWay: requestsUnderWay() });
    if (turn && record !== undefined) appendFileSync(record, `${fault.name}\n`);
    return turn;
  }

  function effectOn(
    thing: Thing,
    facts: Facts,
    { earlier, subject }: Surroundings,
    people: People,
  ): Effect | undefined {
    if (operator === undefined || fault.place === undefined) return undefined;
    const effect = operator.apply(thing, {
      place: fault.place,
      facts,
      options: fault.with,
      met: met.map((one) => one.thing),
      people,
      metAt: (other) => met.find((one) => one.thing === other)?.at ?? 0,
      earlier: () => earlier?.() as Thing | undefined,
      now: now(),
    });
    met.unshift({ thing, at: now() });
    met.length = Math.min(met.length, REMEMBERED);
    return effect !== undefined && strikes(subject) ? effect : undefined;
  }
  return { fault, strikes, effectOn };
}

/**
 * Switches faults on: `parseFaults(['order-lost', 'result-late=1/5'])`. The dose 1/n means the first of every n
 * chances; without one the fault has the dose of its file.
 * @throws {FaultError} for an unknown name or an impossible dose
 */
export function parseFaults(specifications: readonly string[], options: FaultOptions = {}): SwitchableFaults {
  let active = specifications.map((specification) => planted(switchedOn(specification), options));
  const placed = () =>
    Map.groupBy(
      active.filter(({ fault }) => fault.place !== undefined),
      ({ fault }) => fault.place,
    );
  let byPlace = placed();
  const told: ((change: FaultSwitch) => void)[] = [];
  const people = new Map<Place, People>();
  const timers = new Set<NodeJS.Timeout>();

  function passOne(
    one: ReturnType<typeof planted>,
    things: readonly Thing[],
    facts: Facts,
    surroundings: Surroundings,
    there: People,
  ): Effect | undefined {
    const effects = things.map((thing) =>
      fitsContent(one.fault, thing) ? one.effectOn(thing, facts, surroundings, there) : undefined,
    );
    if (effects.every((effect) => effect === undefined)) return undefined;
    return {
      ...Object.assign({}, ...effects),
      things: effects.flatMap((effect, index) => effect?.things ?? things[index] ?? []),
    };
  }

  return {
    specifications,
    ...(options.record === undefined ? {} : { record: options.record }),
    isPlanted: (place) => options.isSwitchable === true || byPlace.has(place),
    plant(specification) {
      const one = planted(switchedOn(specification), options);
      active = [...active.filter(({ fault }) => fault.name !== one.fault.name), one];
      byPlace = placed();
      for (const tell of told) tell({ plant: specification });
    },
    lift(specification) {
      const [name] = specification.split('=');
      active = active.filter(({ fault }) => fault.name !== name);
      byPlace = placed();
      for (const tell of told) tell({ lift: specification });
    },
    onSwitch: (tell) => void told.push(tell),
    strikes(name, facts, subject) {
      if (!catalogue.has(name)) throw new RangeError(`No fault of the catalogue is named ${name}.`);
      const one = active.find(({ fault }) => fault.name === name);
      if (one === undefined || !fitsFacts(one.fault, facts)) return undefined;
      return one.strikes(subject) ? one.fault : undefined;
    },
    pass<T extends object>(place: Place, thing: T, facts: Facts, surroundings: Surroundings = {}) {
      const here = byPlace.get(place);
      if (here === undefined) return undefined;
      const known: Facts = { ...requestFacts(), ...facts };
      const there = people.get(place) ?? [];
      let passed: Effect | undefined;
      for (const one of here.filter(({ fault }) => fitsFacts(fault, known))) {
        const effect = passOne(one, passed?.things ?? [thing as Thing], known, surroundings, there);
        if (effect !== undefined) passed = { ...passed, ...effect };
      }
      if (whose(thing as Thing) !== undefined)
        people.set(place, [thing as Thing, ...there].slice(0, REMEMBERED));
      return passed as Passed<T> | undefined;
    },
    later(seconds, work) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void work();
      }, seconds * 1_000);
      timers.add(timer);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Nothing goes wrong. */
export const noFaults = (): SwitchableFaults => parseFaults([]);
