import type { ITestCaseHookParameter, ITestStepHookParameter } from '@cucumber/cucumber';
import type { Activity } from '../../domain/activity.ts';
import type { Wait } from '../../domain/care-flow.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import type { Actor } from '../../domain/role.ts';
import type { TimeLimit } from '../../domain/time.ts';
import type { GenrepWorld } from './world.ts';

/** What one step sentence came to. */
export interface Act {
  readonly actor?: Actor;
  readonly activity: Activity | Wait;
  readonly limit?: TimeLimit;
}

/** What gives the steps of one scenario their meaning. */
export interface Interpreter {
  /** 'skipped' for a scenario that is not begun. */
  begin(scenario: ITestCaseHookParameter): Promise<'skipped' | undefined>;
  beforeStep(step: ITestStepHookParameter): void;
  patient(criteria: PatientCriteria): Promise<void>;
  act(act: Act): Promise<void>;
  /** 'pending' for a scenario of which something was not covered. */
  end(scenario: ITestCaseHookParameter): Promise<'pending' | undefined>;
}

/** `worldParameters` of a cucumber run: which interpreter, and what that one needs. */
export interface InterpreterParameters {
  readonly mode?: string;
}

/** Without parameters, as when cucumber-js is started by hand, scenarios are only planned: nothing is sent anywhere. */
const DEFAULT_MODE = 'plan';

type InterpreterFactory = (world: GenrepWorld) => Interpreter;
const factories = new Map<string, InterpreterFactory>();

/** Each interpreter's module makes itself known; a run that does not import it does not pay for it. */
export function defineInterpreter(mode: string, factory: InterpreterFactory): void {
  factories.set(mode, factory);
}

export function interpreterFor(world: GenrepWorld): Interpreter {
  const mode = world.parameters.mode ?? DEFAULT_MODE;
  const factory = factories.get(mode);
  if (factory === undefined)
    throw new Error(`No interpreter "${mode}"; there are ${[...factories.keys()].join(', ')}.`);
  return factory(world);
}
