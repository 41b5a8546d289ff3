import type { Codes } from './codes.ts';
import { compileWrite, type Written } from './compile-write.ts';
import { type HazardBySex, hazardBySex } from './hazard.ts';
import type { DiseaseLibrary } from './load-modules.ts';
import type { Contact, DiseaseModule, Factor, ModuleState, Onset, Who } from './module.ts';
import { type CompiledDelay, delayOf } from './spread.ts';

/** A module with every name looked up and every number in minutes, for the simulation's inner loop. */
export interface CompiledModule {
  readonly index: number;
  readonly id: string;
  readonly onset: CompiledOnset;
  readonly start: CompiledState;
  readonly states: readonly CompiledState[];
  /** Death without a disease before it: begins with the epoch of deaths. */
  readonly isDeathAlone: boolean;
}

type CompiledOnset =
  | (Rated & {
      readonly kind: 'rate';
      readonly who: CompiledWho | undefined;
      readonly months: readonly number[] | undefined;
      readonly recurs: boolean;
    })
  | {
      readonly kind: 'age';
      readonly age: CompiledDelay;
      readonly share: number;
      readonly who: CompiledWho | undefined;
    };

/** A rate with what multiplies it: events are drawn at the highest rate and taken by the present one (thinning). */
export interface Rated {
  readonly hazard: HazardBySex;
  readonly factors: readonly CompiledFactor[];
  readonly highest: number;
}

interface CompiledFactor {
  readonly module: number;
  readonly times: number;
}

/** Of one shape for all, open ends as infinities: it is asked in the innermost loop. */
export interface CompiledWho {
  readonly sex: 'female' | 'male' | undefined;
  readonly bornFrom: number;
  readonly bornTo: number;
  /** Years; the first included, the second not. */
  readonly ageFrom: number;
  readonly ageBelow: number;
  /** Positions of modules. */
  readonly has: number | undefined;
  readonly hasNot: number | undefined;
}

export interface CompiledState {
  readonly name: string;
  readonly contact: CompiledContact | undefined;
  readonly writes: readonly CompiledWrite[];
  /** Of the writes, those that matter to what is told later, when the state was met before the history begins. */
  readonly lasting: readonly CompiledWrite[];
  readonly shares: readonly CompiledTransition[];
  /** Some shares are only among those who are meant. */
  readonly sharesDiffer: boolean;
  readonly rates: readonly RatedTransition[];
  readonly ended: boolean;
}

export interface CompiledContact {
  readonly plan: Contact;
  /** From booking to the wanted time, and from arrival to discharge. */
  readonly wait: CompiledDelay;
  readonly length: CompiledDelay;
  readonly isBooked: boolean;
  readonly isInpatient: boolean;
  /** Open at all hours. */
  readonly neverCloses: boolean;
}

export interface CompiledTransition {
  readonly to: CompiledState;
  readonly share: number;
  readonly after: CompiledDelay;
  /** Not before this age. */
  readonly atAge: CompiledDelay | undefined;
  readonly who: CompiledWho | undefined;
}

export interface RatedTransition extends Rated {
  readonly to: CompiledState;
  readonly who: CompiledWho | undefined;
}

interface CompiledWrite {
  /** Among what the state writes. */
  readonly place: number;
  readonly who: CompiledWho | undefined;
  readonly share: number;
  /** Something in it is drawn. */
  readonly isDrawn: boolean;
  readonly what: Written;
}

/** Positions by the name that files use. */
interface Names {
  readonly modules: readonly string[];
  readonly codes: Codes;
}

export function compileModules({ modules, codes }: DiseaseLibrary): readonly CompiledModule[] {
  const names = { modules: modules.map(({ id }) => id), codes };
  return modules.map((module, index) => compile(module, index, names));
}

function compile(module: DiseaseModule, index: number, names: Names): CompiledModule {
  const states = new Map(
    Object.entries(module.states).map(([name, state]) => [name, compileState(name, state, names)]),
  );
  // States lead to one another, so they are joined when all are there.
  for (const [name, state] of states) joinStates(state, module.states[name], states, names);
  const start = stateOf(states, module.start);
  return {
    index,
    id: module.id,
    onset: compileOnset(module.onset, names),
    start,
    states: [...states.values()],
    isDeathAlone: start.writes.some(({ what }) => what.kind === 'death'),
  };
}

function compileOnset(onset: Onset, names: Names): CompiledOnset {
  const who = compileWho(onset.who, names);
  if ('atAge' in onset) return { kind: 'age', age: delayOf(onset.atAge), share: onset.share, who };
  const rated = compileRate(onset.per1000, onset.factors, names);
  return {
    kind: 'rate',
    ...rated,
    highest: rated.highest * Math.max(1, ...(onset.months ?? [])),
    who,
    months: onset.months,
    recurs: onset.recurs ?? false,
  };
}

function compileRate(
  per1000: Parameters<typeof hazardBySex>[0],
  factors: readonly Factor[] = [],
  { modules }: Names,
): Rated {
  return {
    hazard: hazardBySex(per1000),
    factors: factors.map((factor) => ({ module: modules.indexOf(factor.while), times: factor.times })),
    highest: factors.reduce((product, { times }) => product * Math.max(1, times), 1),
  };
}

function compileWho(who: Who | undefined, { modules }: Names): CompiledWho | undefined {
  if (who === undefined) return undefined;
  const { sex, bornFrom = -Infinity, bornTo = Infinity, ageFrom = -Infinity, ageTo = Infinity } = who;
  const position = (id: string | undefined): number | undefined =>
    id === undefined ? undefined : modules.indexOf(id);
  return {
    sex,
    bornFrom,
    bornTo,
    ageFrom,
    ageBelow: ageTo + 1,
    has: position(who.has),
    hasNot: position(who.hasNot),
  };
}

type Unjoined = { -readonly [K in keyof CompiledState]: CompiledState[K] };

/** All of a state but what it leads to. */
function compileState(name: string, state: ModuleState, names: Names): Unjoined {
  const writes = (state.writes ?? []).map((write, place): CompiledWrite => {
    const what = compileWrite(write, names.codes);
    const share = write.share ?? 1;
    return {
      place,
      who: compileWho(write.who, names),
      share,
      isDrawn: share < 1 || DRAWN.has(what.kind),
      what,
    };
  });
  return {
    name,
    contact: state.contact === undefined ? undefined : compileContact(state.contact),
    writes,
    lasting: writes.filter(
      ({ what }) => LASTING.has(what.kind) || (what.kind === 'diagnosis' && what.problem),
    ),
    shares: [],
    sharesDiffer: false,
    rates: [],
    ended: state.ended ?? false,
  };
}

function joinStates(
  state: Unjoined,
  { then = [] }: ModuleState = {},
  states: ReadonlyMap<string, CompiledState>,
  names: Names,
): void {
  const shares: CompiledTransition[] = [];
  const rates: RatedTransition[] = [];
  for (const { to, share = 0, per1000, after, atAge, who, factors } of then) {
    const shared = { to: stateOf(states, to), who: compileWho(who, names) };
    if (per1000 !== undefined) rates.push({ ...shared, ...compileRate(per1000, factors, names) });
    else {
      shares.push({
        ...shared,
        share,
        after: delayOf(after ?? { minutes: 0 }),
        atAge: atAge === undefined ? undefined : delayOf(atAge),
      });
    }
  }
  state.shares = shares;
  state.sharesDiffer = shares.some(({ who }) => who !== undefined);
  state.rates = rates;
}

function stateOf(states: ReadonlyMap<string, CompiledState>, name: string): CompiledState {
  const state = states.get(name);
  if (state === undefined) throw new RangeError(`There is no state "${name}".`);
  return state;
}

/** What draws something of its own. */
const DRAWN: ReadonlySet<Written['kind']> = new Set(['test', 'pressure', 'report', 'prescribe']);
/** What is told, or matters to what is told, though it was before the history begins; and problems. */
const LASTING: ReadonlySet<Written['kind']> = new Set([
  'abate',
  'prescribe',
  'stop',
  'vaccine',
  'allergy',
  'death',
]);

const AT_ONCE = delayOf({ minutes: 0 });
const DEFAULT_LENGTH = {
  short: delayOf({ minutes: [20, 40] }),
  emergency: delayOf({ hours: [2, 6] }),
  inpatient: delayOf({ days: [2, 7] }),
};
const DEFAULT_WAIT = delayOf({ days: [7, 28] });
const NEVER_CLOSES: readonly Contact['setting'][] = ['emergency', 'ward', 'delivery'];

function compileContact(plan: Contact): CompiledContact {
  const { form, setting, booked, length } = plan;
  const isInpatient = form === 'inpatient';
  const isBooked = form === 'planned' || form === 'home';
  const usual = isInpatient
    ? DEFAULT_LENGTH.inpatient
    : setting === 'emergency'
      ? DEFAULT_LENGTH.emergency
      : DEFAULT_LENGTH.short;
  return {
    plan,
    wait: booked === undefined ? (isBooked ? DEFAULT_WAIT : AT_ONCE) : delayOf(booked),
    length: length === undefined ? usual : delayOf(length),
    isBooked,
    isInpatient,
    neverCloses: NEVER_CLOSES.includes(setting),
  };
}
