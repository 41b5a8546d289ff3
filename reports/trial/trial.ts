import type { Requirement } from '../../domain/stage.ts';
import type { TrialPlan } from '../../domain/trial.ts';
import { type Share, shareOf } from './interval.ts';
import type { JudgedCase } from './judge-case.ts';

/** Some of the faults that were planted, and what came of them. */
export interface Sensitivity {
  /** What they have in common. */
  readonly name: string;
  readonly found: Share;
  readonly named: Share;
}

/** What a trial says of Genrep and this suite. Plain data; a pure function of the evidence. */
export interface TrialResult {
  readonly version: 1;
  readonly genrep: string;
  readonly seed: number;
  readonly patients: number;
  readonly planted: number;
  /** Faults that never had an occasion to strike. */
  readonly notExercised: readonly string[];
  readonly all: Sensitivity;
  readonly blind: Sensitivity;
  readonly byKind: readonly Sensitivity[];
  readonly byComponent: readonly Sensitivity[];
  readonly byDose: readonly Sensitivity[];
  /** Runs with nothing planted, or with what is allowed, that complained. */
  readonly falseAlarms: Share;
  readonly alarmed: readonly string[];
  readonly requirements: readonly {
    readonly id: string;
    readonly faults: number;
    readonly missed: readonly string[];
  }[];
  /** What no fault turned red: requirements, monitors, and kinds of question that were asked. */
  readonly unproven: {
    readonly requirements: readonly string[];
    readonly monitors: readonly string[];
    readonly questions: readonly string[];
  };
  /** The most patients that any fault took to be found, and the mean. */
  readonly patientsNeeded: { readonly mean: number; readonly most: number };
  readonly cases: readonly TrialLine[];
}

/** What is published of a trial: its figures, and what it missed. */
export interface TrialFigures
  extends Pick<
    TrialResult,
    'version' | 'genrep' | 'seed' | 'patients' | 'planted' | 'all' | 'blind' | 'falseAlarms'
  > {
  readonly missed: readonly Pick<TrialLine, 'name' | 'kind' | 'component'>[];
}

export function figuresOf(result: TrialResult): TrialFigures {
  const { version, genrep, seed, patients, planted, all, blind, falseAlarms, cases } = result;
  const missed = cases
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ name, kind, component }) => ({ name, kind, component }));
  return { version, genrep, seed, patients, planted, all, blind, falseAlarms, missed };
}

/** One fault, shortly. */
export interface TrialLine extends Omit<JudgedCase, 'fault' | 'components' | 'asked' | 'wrong'> {
  readonly outcome: 'found' | 'missed' | 'not-exercised';
  readonly sv: string;
  readonly en: string;
  readonly source: string;
  readonly kind: string;
  readonly component: string;
  readonly dose: string;
  readonly blind: boolean;
}

const isPlanted = ({ fault }: JudgedCase): boolean => fault !== undefined && !fault.benign;

/** Sums up the cases of a trial, in the order they were planned. */
export function trialOf(
  { genrep, seed, patients }: TrialPlan,
  cases: readonly JudgedCase[],
  requirements: readonly Pick<Requirement, 'id'>[],
  monitors: readonly string[] = [],
): TrialResult {
  const planted = cases.filter(isPlanted);
  const quiet = cases.filter((one) => !isPlanted(one));
  const exercised = planted.filter(({ strikes }) => strikes > 0);
  const needed = exercised.flatMap((one) => one.patients ?? []);
  return {
    version: 1,
    genrep,
    seed,
    patients,
    planted: planted.length,
    notExercised: planted.filter(({ strikes }) => strikes === 0).map(({ name }) => name),
    all: sensitivity('alla', exercised),
    blind: sensitivity(
      'blinda',
      exercised.filter(({ fault }) => fault?.blind === true),
    ),
    byKind: grouped(exercised, ({ fault }) => fault?.kind ?? ''),
    byComponent: grouped(exercised, ({ fault }) => fault?.component ?? ''),
    byDose: grouped(exercised, ({ fault }) => fault?.dose ?? ''),
    falseAlarms: shareOf(quiet.filter(({ found }) => found).length, quiet.length),
    alarmed: quiet.filter(({ found }) => found).map(({ name }) => name),
    requirements: requirements.flatMap(({ id }) => {
      const about = exercised.filter(({ fault }) => fault?.requirements.includes(id));
      return about.length === 0
        ? []
        : [
            {
              id,
              faults: about.length,
              missed: about.filter((one) => !one.red.includes(id)).map(({ name }) => name),
            },
          ];
    }),
    unproven: {
      requirements: without(
        requirements.map(({ id }) => id),
        exercised.flatMap((one) => one.red),
      ),
      monitors: without(
        monitors,
        exercised.flatMap((one) => one.monitors),
      ),
      questions: without(
        cases.flatMap(({ asked }) => asked),
        exercised.flatMap(({ wrong }) => wrong),
      ),
    },
    patientsNeeded: {
      mean: needed.length === 0 ? 0 : needed.reduce((sum, count) => sum + count, 0) / needed.length,
      most: Math.max(0, ...needed),
    },
    cases: planted.map(lineOf),
  };
}

/** Those of all that are not among some, each once. */
const without = (all: readonly string[], some: readonly string[]): string[] =>
  [...new Set(all)].filter((one) => !some.includes(one)).sort();

const sensitivity = (name: string, cases: readonly JudgedCase[]): Sensitivity => ({
  name,
  found: shareOf(cases.filter(({ found }) => found).length, cases.length),
  named: shareOf(cases.filter(({ named }) => named).length, cases.length),
});

const grouped = (cases: readonly JudgedCase[], by: (one: JudgedCase) => string): Sensitivity[] =>
  [...Map.groupBy(cases, by)]
    .map(([name, group]) => sensitivity(name, group))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));

function lineOf({
  fault,
  components: _components,
  asked: _asked,
  wrong: _wrong,
  ...one
}: JudgedCase): TrialLine {
  const { sv = '', en = '', source = '', kind = '', component = '', dose = '', blind = false } = fault ?? {};
  const outcome = one.strikes === 0 ? 'not-exercised' : one.found ? 'found' : 'missed';
  return { ...one, outcome, sv, en, source, kind, component, dose, blind };
}

/** What is asked of a trial: shares of the faults that struck, and of the runs that should be silent. */
const GOAL = { found: 0.95, named: 0.9, falseAlarms: 0.01 } as const;

/** Whether a trial came to what is asked; undefined where nothing struck. */
export function meetsGoal({ all, falseAlarms }: TrialResult): boolean | undefined {
  if (all.found.of === 0) return undefined;
  const shareIn = ({ count, of }: Share): number => (of === 0 ? 0 : count / of);
  return (
    shareIn(all.found) >= GOAL.found &&
    shareIn(all.named) >= GOAL.named &&
    shareIn(falseAlarms) <= GOAL.falseAlarms
  );
}
