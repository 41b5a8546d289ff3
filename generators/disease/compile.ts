import type { AllergenCode, Codes, Concept, DrugCode, TestCode, VaccineCode } from './codes.ts';
import { type HazardBySex, hazardBySex } from './hazard.ts';
import { type LevelBySex, levelBySex } from './level.ts';
import type { DiseaseLibrary } from './load-modules.ts';
import type {
  Conflict,
  Contact,
  DiseaseModule,
  DrugChoice,
  Factor,
  ModuleState,
  Onset,
  Who,
  Write,
} from './module.ts';
import { type DrawDelay, delayOf } from './spread.ts';

/** A module with every name looked up and every number in minutes, for the simulation's inner loop. */
export interface CompiledModule {
  readonly index: number;
  readonly id: string;
  readonly onset: CompiledOnset;
  readonly start: number;
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
      readonly age: DrawDelay;
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

export interface CompiledWho extends Omit<Who, 'has' | 'hasNot'> {
  readonly has: number | undefined;
  readonly hasNot: number | undefined;
}

export interface CompiledState {
  readonly name: string;
  readonly contact: CompiledContact | undefined;
  readonly writes: readonly CompiledWrite[];
  readonly shares: readonly CompiledTransition[];
  readonly rates: readonly (CompiledTransition & Rated)[];
  readonly ended: boolean;
}

export interface CompiledContact {
  readonly plan: Contact;
  readonly booked: DrawDelay;
  readonly length: DrawDelay;
}

export interface CompiledTransition {
  readonly to: number;
  readonly share: number;
  readonly after: DrawDelay;
  /** Not before this age. */
  readonly atAge: DrawDelay | undefined;
  readonly who: CompiledWho | undefined;
}

export type CompiledWrite = { readonly who: CompiledWho | undefined; readonly share: number } & (
  | { readonly kind: 'diagnosis'; readonly concept: Concept; readonly problem: boolean }
  | { readonly kind: 'abate'; readonly code: string }
  | { readonly kind: 'test'; readonly test: TestCode; readonly level: LevelBySex }
  | { readonly kind: 'pressure'; readonly systolic: LevelBySex; readonly diastolic: LevelBySex }
  | {
      readonly kind: 'report';
      readonly title: string;
      readonly tests: readonly { test: TestCode; level: LevelBySex }[];
    }
  | {
      readonly kind: 'prescribe';
      readonly choices: readonly (Omit<DrugChoice, 'drug'> & { readonly drug: DrugCode })[];
      readonly cure: DrawDelay | undefined;
      readonly indication: Concept;
      readonly conflict: Conflict | undefined;
    }
  | { readonly kind: 'stop'; readonly atcPrefix: string }
  | { readonly kind: 'procedure'; readonly concept: Concept }
  | {
      readonly kind: 'referral';
      readonly to: Extract<Write, { referral: unknown }>['referral'];
      readonly question: string;
    }
  | { readonly kind: 'vaccine'; readonly vaccine: VaccineCode; readonly dose: number }
  | { readonly kind: 'allergy'; readonly allergen: AllergenCode }
  | { readonly kind: 'death'; readonly cause: Concept }
);

const AT_ONCE = delayOf({ minutes: 0 });
const DEFAULT_LENGTH = {
  short: delayOf({ minutes: [20, 40] }),
  emergency: delayOf({ hours: [2, 6] }),
  inpatient: delayOf({ days: [2, 7] }),
};
const DEFAULT_BOOKED = delayOf({ days: [7, 28] });

const VITAL = { system: 'loinc', kind: 'vital-signs', unit: 'mm[Hg]', index: -1 } as const;
const SYSTOLIC: TestCode = {
  ...VITAL,
  name: 'Systoliskt blodtryck',
  display: 'Systoliskt blodtryck',
  code: '8480-6',
  possible: [50, 280],
};
const DIASTOLIC: TestCode = {
  ...VITAL,
  name: 'Diastoliskt blodtryck',
  display: 'Diastoliskt blodtryck',
  code: '8462-4',
  possible: [25, 160],
};

export function compileModules({ modules, codes }: DiseaseLibrary): readonly CompiledModule[] {
  const ids = modules.map(({ id }) => id);
  return modules.map((module, index) => compile(module, index, ids, codes));
}

function compile(module: DiseaseModule, index: number, ids: readonly string[], codes: Codes): CompiledModule {
  const names = Object.keys(module.states);
  const start = module.states[module.start];
  return {
    index,
    id: module.id,
    onset: compileOnset(module.onset, ids),
    start: names.indexOf(module.start),
    states: Object.entries(module.states).map(([name, state]) =>
      compileState(name, state, names, ids, codes),
    ),
    isDeathAlone: start?.writes?.some((write) => 'death' in write) ?? false,
  };
}

function compileOnset(onset: Onset, ids: readonly string[]): CompiledOnset {
  if ('atAge' in onset) {
    return { kind: 'age', age: delayOf(onset.atAge), share: onset.share, who: compileWho(onset.who, ids) };
  }
  const rated = compileRate(onset.per1000, onset.factors, ids);
  return {
    kind: 'rate',
    ...rated,
    highest: rated.highest * Math.max(1, ...(onset.months ?? [])),
    who: compileWho(onset.who, ids),
    months: onset.months,
    recurs: onset.recurs ?? false,
  };
}

function compileRate(
  per1000: Parameters<typeof hazardBySex>[0],
  factors: readonly Factor[] = [],
  ids: readonly string[],
): Rated {
  return {
    hazard: hazardBySex(per1000),
    factors: factors.map((factor) => ({ module: ids.indexOf(factor.while), times: factor.times })),
    highest: factors.reduce((product, { times }) => product * Math.max(1, times), 1),
  };
}

function compileWho(who: Who | undefined, ids: readonly string[]): CompiledWho | undefined {
  if (who === undefined) return undefined;
  const { has, hasNot, ...rest } = who;
  return {
    ...rest,
    has: has === undefined ? undefined : ids.indexOf(has),
    hasNot: hasNot === undefined ? undefined : ids.indexOf(hasNot),
  };
}

function compileState(
  name: string,
  state: ModuleState,
  names: readonly string[],
  ids: readonly string[],
  codes: Codes,
): CompiledState {
  const transitions = (state.then ?? []).map((transition) => ({
    to: names.indexOf(transition.to),
    share: transition.share ?? 0,
    after: delayOf(transition.after ?? { minutes: 0 }),
    atAge: transition.atAge === undefined ? undefined : delayOf(transition.atAge),
    who: compileWho(transition.who, ids),
    rated:
      transition.per1000 === undefined ? undefined : compileRate(transition.per1000, transition.factors, ids),
  }));
  return {
    name,
    contact: state.contact === undefined ? undefined : compileContact(state.contact),
    writes: (state.writes ?? []).map((write) => ({
      who: compileWho(write.who, ids),
      share: write.share ?? 1,
      ...compileWrite(write, codes),
    })),
    shares: transitions.filter(({ rated }) => rated === undefined),
    rates: transitions.flatMap(({ rated, ...rest }) => (rated === undefined ? [] : [{ ...rest, ...rated }])),
    ended: state.ended ?? false,
  };
}

function compileContact(plan: Contact): CompiledContact {
  const usual =
    plan.form === 'inpatient'
      ? DEFAULT_LENGTH.inpatient
      : plan.setting === 'emergency'
        ? DEFAULT_LENGTH.emergency
        : DEFAULT_LENGTH.short;
  const waits = plan.form === 'planned' || plan.form === 'home';
  return {
    plan,
    booked: plan.booked === undefined ? (waits ? DEFAULT_BOOKED : AT_ONCE) : delayOf(plan.booked),
    length: plan.length === undefined ? usual : delayOf(plan.length),
  };
}

type Omitted<T> = T extends unknown ? Omit<T, 'who' | 'share'> : never;

function compileWrite(write: Write, codes: Codes): Omitted<CompiledWrite> {
  const concept = (code: string): Concept => found(codes.diagnoses, code);
  const tested = (name: string, value: Parameters<typeof levelBySex>[1]) => {
    const test = found(codes.tests, name);
    return { test, level: levelBySex(test, value, codes.growth) };
  };
  if ('diagnosis' in write)
    return { kind: 'diagnosis', concept: concept(write.diagnosis), problem: write.problem ?? false };
  if ('abate' in write) return { kind: 'abate', code: write.abate };
  if ('test' in write) return { kind: 'test', ...tested(write.test, write.value) };
  if ('bloodPressure' in write) {
    const { systolic, diastolic } = write.bloodPressure;
    return {
      kind: 'pressure',
      systolic: levelBySex(SYSTOLIC, systolic, codes.growth),
      diastolic: levelBySex(DIASTOLIC, diastolic, codes.growth),
    };
  }
  if ('report' in write) {
    return {
      kind: 'report',
      title: write.report,
      tests: write.tests.map(({ test, value }) => tested(test, value)),
    };
  }
  if ('prescribe' in write) {
    const choices: readonly DrugChoice[] =
      typeof write.prescribe === 'string' ? [{ drug: write.prescribe, share: 1 }] : write.prescribe;
    return {
      kind: 'prescribe',
      choices: choices.map((choice) => ({ ...choice, drug: found(codes.drugs, choice.drug) })),
      cure: write.for === undefined ? undefined : delayOf(write.for),
      indication: concept(write.indication),
      conflict: write.conflict,
    };
  }
  if ('stop' in write) return { kind: 'stop', atcPrefix: write.stop };
  if ('procedure' in write) return { kind: 'procedure', concept: found(codes.procedures, write.procedure) };
  if ('referral' in write) return { kind: 'referral', to: write.referral, question: write.question };
  if ('vaccine' in write)
    return { kind: 'vaccine', vaccine: found(codes.vaccines, write.vaccine), dose: write.dose };
  if ('allergy' in write) return { kind: 'allergy', allergen: found(codes.allergens, write.allergy) };
  return { kind: 'death', cause: concept(write.death) };
}

function found<T>(table: ReadonlyMap<string, T>, name: string): T {
  const entry = table.get(name);
  if (entry === undefined) throw new RangeError(`"${name}" is unknown.`);
  return entry;
}
