import type { ITestCaseHookParameter, ITestStepHookParameter } from '@cucumber/cucumber';
import type { PatientCriteria } from '../../domain/patient.ts';
import { RECORDING_MEDIA_TYPE, type Recording } from '../../flows/recording.ts';
import { locate, type StepSource, stepSources } from './gherkin.ts';
import { type Act, defineInterpreter, type Interpreter } from './interpreter.ts';

/** Records what the steps of a scenario say, and does nothing. */
export class PlanningInterpreter implements Interpreter {
  readonly #attach: (data: string, mediaType: string) => unknown;
  readonly #steps: (Act & StepSource)[] = [];
  #patient: PatientCriteria | undefined;
  #sources: ReadonlyMap<string, StepSource> = new Map();
  #current: StepSource | undefined;

  constructor(attach: (data: string, mediaType: string) => unknown) {
    this.#attach = attach;
  }

  async begin(scenario: ITestCaseHookParameter): Promise<undefined> {
    this.#sources = stepSources(scenario);
    return undefined;
  }

  beforeStep(step: ITestStepHookParameter): void {
    this.#current = this.#sources.get(step.pickleStep.id);
  }

  async patient(criteria: PatientCriteria): Promise<void> {
    if (this.#patient !== undefined) throw new Error('scenariot har redan sin patient; ta bort den ena');
    if (this.#steps.length > 0) throw new Error('patienten ska komma först; flytta steget överst');
    this.#patient = criteria;
  }

  async act(act: Act): Promise<void> {
    if (this.#current === undefined) throw new Error('A step acted before it began.');
    this.#steps.push({ ...act, ...this.#current });
  }

  async end(scenario: ITestCaseHookParameter): Promise<undefined> {
    const patient = this.#patient;
    const recording: Recording = {
      ...locate(scenario),
      ...(patient === undefined ? {} : { patient }),
      steps: this.#steps,
    };
    await this.#attach(JSON.stringify(recording), RECORDING_MEDIA_TYPE);
  }
}

defineInterpreter(
  'plan',
  (world) => new PlanningInterpreter((data, mediaType) => world.attach(data, mediaType)),
);
