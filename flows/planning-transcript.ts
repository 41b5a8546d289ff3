import type { Envelope, Pickle, PickleStep, TestStepResult } from '@cucumber/messages';
import { InputError, type InputPosition } from '../domain/input-error.ts';
import { RECORDING_MEDIA_TYPE, type Recording } from './recording.ts';
import { explainUnknownStep, type KnownStep } from './unknown-step.ts';

/** Follows the messages of a planning run and keeps what the scenarios recorded, or the first thing that was wrong. */
export class PlanningTranscript {
  readonly #known: readonly KnownStep[];
  readonly #recordings: Recording[] = [];
  readonly #pickles = new Map<string, Pickle>();
  readonly #steps = new Map<string, { pickle: Pickle; step: PickleStep }>();
  readonly #lines = new Map<string, number>();
  #problem: InputError | undefined;

  constructor(known: readonly KnownStep[]) {
    this.#known = known;
  }

  read({ gherkinDocument, parseError, pickle, testCase, testStepFinished, attachment }: Envelope): void {
    if (parseError !== undefined) this.#blame(parseError.message, positionOf(parseError.source));
    if (gherkinDocument !== undefined) collectLines(gherkinDocument, this.#lines);
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) {
      const planned = this.#pickles.get(testCase.pickleId);
      for (const { id, pickleStepId } of testCase.testSteps) {
        const step = planned?.steps.find((candidate) => candidate.id === pickleStepId);
        if (planned !== undefined && step !== undefined) this.#steps.set(id, { pickle: planned, step });
      }
    }
    if (testStepFinished !== undefined)
      this.#judge(testStepFinished.testStepId, testStepFinished.testStepResult);
    if (attachment?.mediaType === RECORDING_MEDIA_TYPE) {
      this.#recordings.push(JSON.parse(attachment.body) as Recording);
    }
  }

  /** In the order they are written. */
  recordings(): Recording[] {
    if (this.#problem !== undefined) throw this.#problem;
    return this.#recordings.sort(
      ({ location: a }, { location: b }) => a.file.localeCompare(b.file) || a.line - b.line,
    );
  }

  #judge(testStepId: string, { status, message = '' }: TestStepResult): void {
    const at = this.#steps.get(testStepId);
    if (at === undefined) {
      if (status === 'FAILED') this.#blame(firstLine(message));
      return;
    }
    const line = at.step.astNodeIds.map((id) => this.#lines.get(id)).find((found) => found !== undefined);
    const position = { file: at.pickle.uri, ...(line === undefined ? {} : { line }) };
    if (status === 'UNDEFINED') this.#blame(explainUnknownStep(at.step.text, this.#known), position);
    if (status === 'AMBIGUOUS')
      this.#blame(`Steget "${at.step.text}" passar flera stegdefinitioner.`, position);
    if (status === 'FAILED')
      this.#blame(`Steget "${at.step.text}" går inte att läsa: ${firstLine(message)}.`, position);
  }

  #blame(message: string, position?: InputPosition): void {
    this.#problem ??= new InputError(message, position);
  }
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/^Error: /, '');

function positionOf({
  uri,
  location,
}: {
  uri?: string;
  location?: { line: number; column?: number };
}): InputPosition {
  return { file: uri ?? '', ...(location === undefined ? {} : { line: location.line }) };
}

/** Line of every step by its id, wherever in the document it stands. */
function collectLines(node: unknown, lines: Map<string, number>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectLines(item, lines);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { id, location } = node as { id?: unknown; location?: { line: number } };
  if (typeof id === 'string' && location !== undefined) lines.set(id, location.line);
  for (const value of Object.values(node)) collectLines(value, lines);
}
