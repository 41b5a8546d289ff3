import { afterEach, describe, expect, it } from 'vitest';
import { nothingInInbox } from '../../care/coordination/index.ts';
import { recordVitals, vitalsInChart } from '../../care/vitals/index.ts';
import { ref } from '../../domain/ref.ts';
import { stepToken } from '../../domain/step-token.ts';
import { MINUTE, SECOND } from '../../domain/time.ts';
import type { Answer, Bound, StepContext } from '../care-system.ts';
import { STAFF } from '../contract/script.ts';
import { person, UNITS } from '../testing/people.ts';
import { VITALS } from '../testing/vitals.ts';
import { concept } from './concepts.ts';
import { tagged } from './own-write.ts';
import { type SystemAndServer, systemWith } from './testing/system-with.ts';

let opened: SystemAndServer | undefined;
afterEach(() => opened?.close());

const CLOCKS = ['clock-behind', 'clock-ahead'] as const;
const OFFSET = { 'clock-behind': -2 * MINUTE, 'clock-ahead': 2 * MINUTE };

async function flowOn(...names: readonly string[]) {
  opened = await systemWith(names, [{ profile: { workflows: ['consent-enforcement'] } }]);
  const { system, server } = opened;
  const startedAt = Date.now();
  await system.introduce(person(1), Object.values(UNITS));
  const bound = new Map<string, Bound>();
  const context = (actor: StepContext['actor'], step: number): StepContext => ({
    ...{ run: 'run', instance: 'f-1', patient: person(1), units: UNITS, bound, startedAt, actor },
    token: stepToken('run', 'f-1', step),
  });
  const patient = { reference: referenceOf('Patient', person(1).identifier.value) };
  const municipality = { reference: referenceOf('Organization', UNITS.municipality.hsaId) };

  function referenceOf(type: string, text: string): string {
    const found = server.store.all.find(
      (each) => each.resourceType === type && JSON.stringify(each).includes(text),
    );
    return `${type}/${found?.id}`;
  }

  /** A message to the municipality that stands in the server, sent at a moment of the server's clock. */
  function messageFrom(token: string | undefined, sent: number) {
    const message = {
      resourceType: 'Communication' as const,
      status: 'completed' as const,
      category: [concept('discharge-information', 'utskrivningsinformation')],
      subject: patient,
      recipient: [municipality],
      sent: new Date(sent).toISOString(),
    };
    server.store.create(token === undefined ? message : tagged(message, token));
  }

  const inbox = (): Promise<Answer> => system.ask(nothingInInbox(), context(STAFF.careManager, 3));
  return { system, server, context, bound, patient, startedAt, messageFrom, inbox };
}

describe.each(CLOCKS)('where the server’s clock is %s', (name) => {
  it('is measured', async () => {
    const { system } = await flowOn(name);
    expect(Math.abs((system.clockAhead?.() ?? 0) - OFFSET[name])).toBeLessThan(30 * SECOND);
  });

  it('a message that was sent against the consent is seen', async () => {
    const { messageFrom, inbox, startedAt } = await flowOn(name);
    messageFrom('run.f-1.2', startedAt + OFFSET[name] + SECOND);
    expect(await inbox()).toMatchObject({ seen: false, observed: expect.stringMatching(/^Kommunen ser/) });
  });

  it('a message of another flow is not this one’s, however late its time', async () => {
    const { messageFrom, inbox, startedAt } = await flowOn(name);
    messageFrom('run.f-2.2', startedAt + 5 * MINUTE);
    expect(await inbox()).toEqual({
      seen: true,
      expected: 'Ingenting om patienten finns i kommunens inkorg.',
      observed: 'Ingenting finns.',
    });
  });

  it('a message that nobody has marked, of about the beginning of the flow, is never taken for an older one', async () => {
    const { messageFrom, inbox, startedAt } = await flowOn(name);
    messageFrom(undefined, startedAt + OFFSET[name] + SECOND);
    const answer = await inbox();
    expect(answer.seen).toBe(false);
    if (name === 'clock-behind') expect(answer.doubt).toMatch(/klocka/);
  });

  it('a message that nobody has marked, and that is older by either clock, is an older one', async () => {
    const { messageFrom, inbox, startedAt } = await flowOn(name);
    messageFrom(undefined, startedAt - 10 * MINUTE);
    expect(await inbox()).toMatchObject({ seen: true });
  });

  it('a measurement that nobody in the flow made is seen', async () => {
    const { system, server, context, bound, patient, startedAt } = await flowOn(name);
    const task = recordVitals(VITALS, 'mätningen');
    const outcome = await system.perform(task, context(STAFF.nurse, 0));
    if (outcome.status !== 'done') throw new Error(outcome.reason);
    bound.set('mätningen', {
      ...{ name: 'mätningen', task, actor: STAFF.nurse, outcome: 'done' },
      ...(outcome.reference === undefined ? {} : { reference: outcome.reference }),
    });
    server.store.create({
      resourceType: 'Observation',
      status: 'final',
      subject: patient,
      code: { coding: [{ system: 'http://loinc.org', code: '85353-1' }] },
      effectiveDateTime: new Date(startedAt + OFFSET[name] + SECOND).toISOString(),
    });
    const answer = await system.ask(vitalsInChart(ref('mätningen')), context(STAFF.nurse, 1));
    expect(answer.seen).toBe(false);
  });
});

it('a server that agrees is told to agree', async () => {
  const { system } = await flowOn();
  expect(system.clockAhead?.()).toBe(0);
});
