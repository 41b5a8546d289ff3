import type { Envelope, GherkinDocument, Pickle, PickleStep } from '@cucumber/messages';
import type { InputError } from '../domain/input-error.ts';
import { documentMistakes } from './document-check.ts';
import { explainParseError } from './gherkin-mistakes.ts';

/** A scenario, or one row of an outline, as cucumber-js read it. */
export interface ReadScenario {
  readonly pickle: Pickle;
  readonly document: GherkinDocument;
  readonly steps: readonly ReadStep[];
}

/** A step, and the step definitions that its sentence fits. */
export interface ReadStep {
  readonly step: PickleStep;
  readonly definitions: readonly string[];
}

/** Follows the messages of a dry run: what cucumber-js makes of feature files before anything is played. */
export class FeatureReading {
  readonly scenarios: ReadScenario[] = [];
  readonly mistakes: InputError[] = [];
  readonly #sources = new Map<string, string>();
  readonly #documents = new Map<string, GherkinDocument>();
  readonly #pickles = new Map<string, Pickle>();

  read({ source, parseError, gherkinDocument, pickle, testCase }: Envelope): void {
    if (source !== undefined) this.#sources.set(source.uri, source.data);
    if (parseError !== undefined) {
      const { uri = '' } = parseError.source;
      this.mistakes.push(explainParseError(uri, this.#sources.get(uri) ?? '', parseError.message));
    }
    if (gherkinDocument !== undefined) {
      this.#documents.set(gherkinDocument.uri ?? '', gherkinDocument);
      this.mistakes.push(...documentMistakes(gherkinDocument));
    }
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase === undefined) return;
    const planned = this.#pickles.get(testCase.pickleId);
    const document = planned && this.#documents.get(planned.uri);
    if (planned === undefined || document === undefined) return;
    const fitting = new Map(testCase.testSteps.map((test) => [test.pickleStepId, test.stepDefinitionIds]));
    const steps = planned.steps.map((step) => ({ step, definitions: fitting.get(step.id) ?? [] }));
    this.scenarios.push({ pickle: planned, document, steps });
  }
}
