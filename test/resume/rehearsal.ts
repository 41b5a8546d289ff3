import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { registerArrival } from '../../care/admission/index.ts';
import { collectSpecimen, orderTest } from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import { openJournaling } from '../../cli/journaling.ts';
import { type Resumption, resumedEvent } from '../../cli/resumption.ts';
import type { CareFlow, CareStep } from '../../domain/care-flow.ts';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { ref } from '../../domain/ref.ts';
import { runStarted } from '../../evidence/testing/run.ts';
import { wallClock } from '../../flows/clock.ts';
import { FlowRun } from '../../flows/flow-run.ts';
import type { Answer, CareSystem, StepContext, TaskOutcome } from '../../systems/care-system.ts';
import { person } from '../../systems/testing/people.ts';

/** A small run with real evidence, real flows and a system on the other side of a socket. */

const step = (activity: CareStep['activity']): CareStep => ({
  text: activity.type === 'wait' ? 'väntar' : activity.kind,
  keyword: 'När',
  location: { file: 'prov.feature', line: 1 },
  actor: { role: 'nurse', unit: 'emergency' },
  activity,
  workingTime: 0,
});

const flow = (id: string, steps: readonly CareStep[]): CareFlow => ({
  id,
  feature: 'Prov',
  name: id,
  setting: 'akutsjukvard',
  location: { file: 'prov.feature', line: 1 },
  tags: [],
  requirements: [],
  safetyClass: 3,
  patient: { ageFrom: 18, ageTo: 90, protectedIdentity: false },
  units: [],
  hash: 'aa',
  steps,
});

const LOOK = step({ type: 'question', kind: 'patient-on-unit-list' });

/** One flow that passes; one in which nobody sees the patient, so that a picture is kept. */
const FLOWS: readonly CareFlow[] = [
  flow('prov/lyckas', [
    step(registerArrival('Bröstsmärta', 'besöket')),
    LOOK,
    step(orderTest(testCalled('Troponin T'), 'provet')),
    step(collectSpecimen(ref('provet'))),
    LOOK,
  ]),
  flow('prov/misslyckas', [step(registerArrival('Yrsel', 'besöket')), LOOK, LOOK]),
];

/** Every write that the run makes when it comes to its end. */
export const TOKENS = ['0.1', '0.3', '0.4', '1.1'].map((place) => `prov.f-${place}`);

export interface RehearsalOptions {
  readonly folder: string;
  /** Of the system under test. */
  readonly address: string;
  readonly resumed?: Resumption;
  /** Told of each record and of each answer; true where nothing must happen any more, since the end is on its way. */
  readonly reached?: (point: string, flush: () => Promise<void>) => boolean;
}

export async function rehearse({ folder, address, resumed, reached }: RehearsalOptions): Promise<void> {
  const journal = await openJournaling(folder, {
    secrets: [],
    onFailure: () => {},
    ...(resumed === undefined ? {} : { past: resumed.past }),
  });
  let isOver = false;
  const sink = (event: EvidenceEvent): void => {
    if (isOver) return;
    journal.sink(event);
    isOver = reached?.(event.type, journal.flush) ?? false;
  };
  const system = systemAt(
    address,
    folder,
    () => isOver,
    () => {
      isOver = reached?.('answered', journal.flush) ?? false;
    },
  );
  sink(
    resumed === undefined
      ? runStarted({ run: 'prov', flows: FLOWS, planned: FLOWS.length })
      : resumedEvent(resumed),
  );
  if (resumed === undefined) {
    sink({ type: 'not-supported', channel: 'api', kind: 'print-document', reason: 'Finns inte här.' });
  }
  for (const [index, planned] of FLOWS.entries()) {
    const instance = `f-${index}`;
    const progress = resumed?.progress.get(instance);
    const run = new FlowRun({
      run: 'prov',
      instance,
      flow: planned,
      patient: person(index),
      units: {},
      system,
      clock: wallClock(),
      speed: Number.POSITIVE_INFINITY,
      plannedAt: 0,
      sink,
      flush: journal.flush,
      ...(progress === undefined ? {} : { progress }),
    });
    await run.begin();
    for (const each of planned.steps) await run.step(each);
    await run.end();
  }
  sink({ type: 'run-ended', interrupted: false });
  if (!isOver) await journal.close();
}

function systemAt(address: string, folder: string, isOver: () => boolean, answered: () => void): CareSystem {
  const call = async (method: string, { token }: StepContext): Promise<Response> =>
    fetch(`${address}/${encodeURIComponent(token)}`, { method });
  const perform = async (context: StepContext): Promise<TaskOutcome> => {
    if (isOver()) return new Promise(() => {});
    const reference = await (await call('POST', context)).text();
    answered();
    return { status: 'done', reference };
  };
  return {
    name: 'prov',
    channel: 'api',
    connect: async () => ({ name: 'prov', software: 'prov', version: '1' }),
    capability: () => ({ supported: true }),
    introduce: async () => undefined,
    perform: (_task, context) => perform(context),
    async settle(_task, context) {
      const found = await call('GET', context);
      return found.ok ? { status: 'done', reference: await found.text() } : perform(context);
    },
    ask: async (_question, { instance }): Promise<Answer> => ({
      seen: instance === 'f-0',
      expected: 'Patienten på listan.',
      observed: 'Listan.',
    }),
    async endFlow({ instance }, { keepRecording }) {
      if (!keepRecording) return [];
      const file = path.join(folder, `${instance}.txt`);
      await writeFile(file, 'så såg det ut');
      return [{ title: 'Bild', mediaType: 'text/plain', path: file }];
    },
    close: async () => {},
  };
}
