import type { Resource } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { registerArrival, triage } from '../../care/admission/index.ts';
import { recordVitals } from '../../care/vitals/index.ts';
import type { Task } from '../../domain/activity.ts';
import type { CareSystem, StepContext } from '../care-system.ts';
import { UNITS } from '../testing/people.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import { VITALS } from '../testing/vitals.ts';
import type { Habits } from './testing/manner.ts';
import type { MannerServer } from './testing/manner-server.ts';
import { type SystemAndServer, systemWith } from './testing/system-with.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function introduced(names: readonly string[], ...habits: readonly Habits[]): Promise<SystemAndServer> {
  const started = await systemWith(names, habits);
  opened.push(started);
  await started.system.introduce(stepOf().patient, Object.values(UNITS));
  return started;
}

const MEASUREMENT = recordVitals(VITALS, 'mätningen');
const ARRIVAL = registerArrival('Bröstsmärta', 'besöket');
const TRIAGE = triage('orange');

const measuring = (number: number): StepContext => stepOf({ token: `run.f-1.${number}` });

/** What came of it, errors included: a step passes only when it is done. */
const outcomeOf = (system: CareSystem, task: Task, context: StepContext) =>
  system.perform(task, context).then(
    (outcome) => outcome,
    (error: Error) => ({ status: 'broken' as const, reason: error.message }),
  );

const panels = ({ store }: MannerServer): readonly Resource[] =>
  store.search('Observation', new URLSearchParams());

/** Takes what is made and hangs up; `kept` when it was done all the same. */
const losesAnswers = (kept: boolean): Habits => ({
  instead({ method, url, body }, store) {
    if (method !== 'POST' || !url.endsWith('/Observation')) return undefined;
    if (kept) store.create(JSON.parse(body));
    return 'hang-up';
  },
});

describe('a server that ignores _tag', () => {
  it.each(['tag-ignored', 'tag-not-searched', 'tag-ignored-everywhere'])(
    'never has fewer measurements than were done: %s',
    async (manner) => {
      const { system, server } = await introduced([manner]);
      const outcomes = [];
      for (const number of [1, 2, 3]) outcomes.push(await outcomeOf(system, MEASUREMENT, measuring(number)));
      const done = outcomes.filter(({ status }) => status === 'done');
      expect(new Set(panels(server).map(({ id }) => `Observation/${id}`))).toEqual(
        new Set(done.map((outcome) => 'reference' in outcome && outcome.reference)),
      );
      expect(done).toHaveLength(manner === 'tag-ignored-everywhere' ? 1 : 3);
    },
  );

  it.each([
    ['that was done is found among others', true, 'done', 'Observation/'],
    ['that was not done is not another', false, 'unknown', undefined],
  ] as const)('a write without an answer %s', async (_, kept, status, reference) => {
    const { system, server } = await introduced(['tag-ignored'], losesAnswers(kept));
    const stranger = server.store.create({
      ...({ resourceType: 'Observation', status: 'final', code: { text: 'x' } } as const),
      subject: { reference: 'Patient/4711' },
    });
    const outcome = await outcomeOf(system, MEASUREMENT, measuring(1));
    expect(outcome.status).toBe(status);
    const found = 'reference' in outcome ? outcome.reference : undefined;
    if (reference === undefined) expect(found).toBeUndefined();
    else expect(found).toBe(`Observation/${panels(server).find((each) => each !== stranger)?.id}`);
  });
});

describe('a server that keeps no marks', () => {
  it('is looked through for what says all that was sent, when it does not say where it put it', async () => {
    const { system, server } = await introduced(['tags-dropped', 'no-location', 'minimal']);
    await outcomeOf(system, MEASUREMENT, measuring(1));
    const outcome = await system.perform(MEASUREMENT, measuring(2));
    expect(outcome).toMatchObject({ status: 'done', reference: `Observation/${panels(server)[1]?.id}` });
  });

  it('does not get what may have been written a second time', async () => {
    const { system, server } = await introduced(['tags-dropped']);
    await system.perform(MEASUREMENT, measuring(1));
    expect(await system.settle?.(MEASUREMENT, measuring(1))).toMatchObject({ status: 'unknown' });
    expect(panels(server)).toHaveLength(1);
  });
});

describe('a yes that is none', () => {
  async function triageOn(names: readonly string[], ...habits: readonly Habits[]) {
    const { system, server } = await introduced(names, ...habits);
    const arrival = await system.perform(ARRIVAL, measuring(1));
    const reference = 'reference' in arrival ? arrival.reference : undefined;
    const arrived = stepOf({
      bound: new Map([boundTo('besöket', ARRIVAL, { reference: reference ?? '' })]),
      token: 'run.f-1.2',
    });
    return { outcome: await outcomeOf(system, TRIAGE, arrived), server };
  }

  it.each([
    ['put-not-done', /ändringen står inte i Encounter/],
    ['put-echoed', /ändringen står inte i Encounter/],
  ])('is told of a change: %s', async (manner, reason) => {
    const { outcome } = await triageOn([manner]);
    expect(outcome).toMatchObject({ status: 'broken', reason: expect.stringMatching(reason) });
  });

  it('is told of a change that the same answer says went wrong', async () => {
    const { outcome } = await triageOn([], {
      instead: ({ method }, store) =>
        method === 'PUT'
          ? {
              status: 200,
              json: {
                resourceType: 'OperationOutcome',
                issue: [
                  { severity: 'error', code: 'exception', details: { text: `${store.all.length} fel` } },
                ],
              },
            }
          : undefined,
    });
    expect(outcome).toMatchObject({
      status: 'broken',
      reason: expect.stringMatching(/svarade systemet ja \(200\), men säger samtidigt att det gick fel/),
    });
  });

  it.each(['no-with-200', 'create-not-done'])('is told of what was made: %s', async (manner) => {
    const { system, server } = await introduced([manner]);
    expect(await outcomeOf(system, MEASUREMENT, measuring(1))).toMatchObject({ status: 'broken' });
    expect(panels(server)).toEqual([]);
  });

  it('is a yes where the change stands, however the server writes times and versions', async () => {
    const { outcome } = await triageOn(['times-in-utc', 'etag-strong', 'etag-only', 'tags-dropped']);
    expect(outcome).toMatchObject({ status: 'done' });
  });
});
