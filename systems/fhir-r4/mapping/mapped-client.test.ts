import { afterEach, describe, expect, it } from 'vitest';
import { orderTest } from '../../../care/laboratory/index.ts';
import { testCalled } from '../../../care/laboratory/words.ts';
import type { StepContext } from '../../care-system.ts';
import type { Mapping } from '../../mapping.ts';
import { FHIR_AREAS } from '../../testing/areas.ts';
import { person, UNITS } from '../../testing/people.ts';
import { boundTo, stepOf } from '../../testing/step.ts';
import { createFhirDriver } from '../driver.ts';
import { claiming, searchedBy } from '../testing/claiming.ts';
import type { Manner } from '../testing/manner.ts';
import { hurryingClock } from '../testing/manner-harness.ts';
import { type MannerServer, startMannerServer } from '../testing/manner-server.ts';
import { createUndiciTransport } from '../transports/undici.ts';
import { dialectsOf } from './dialect.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const ORDER = orderTest(testCalled('CRP'), 'beställningen');
const ANSWER = {
  type: 'task',
  kind: 'answer-order',
  order: { ref: 'beställningen' },
  answer: { value: 52, unit: 'mg/L' },
  as: 'svaret',
} as const;
const ANSWERED = { type: 'question', kind: 'exactly-one-answer', order: { ref: 'beställningen' } } as const;
const ARRIVAL = { type: 'task', kind: 'register-arrival', reason: 'Yrsel', as: 'besöket' } as const;
const TRIAGE = { type: 'task', kind: 'triage', colour: 'red' } as const;
const ON_LIST = { type: 'question', kind: 'patient-on-unit-list' } as const;

async function systemWith(mapping: Mapping, ...manners: Manner[]) {
  const server = await startMannerServer(manners, {
    workflows: ['laboratory-routing', 'role-views', 'decision-support'],
  });
  const system = createFhirDriver({
    dialectsOf,
    ...{ areas: FHIR_AREAS, profile: { ...server.profile, mapping }, listsLag: 0 },
    ...{ clock: hurryingClock(), transport: createUndiciTransport() },
  });
  closers.push(
    () => system.close(),
    () => server.close(),
  );
  await system.connect();
  await system.introduce(person(1), Object.values(UNITS));
  return { server, system };
}

const inStore = ({ store }: MannerServer, type: string) =>
  store.all.filter(({ resourceType }) => resourceType === type);

const searchesOf = ({ received }: MannerServer, type: string): string[] =>
  received
    .filter(({ method, address }) => method === 'GET' && address.startsWith(`/fhir/${type}?`))
    .map(({ address }) => address.slice('/fhir/'.length));

async function ordered(mapping: Mapping, ...manners: Manner[]) {
  const { server, system } = await systemWith(mapping, ...manners);
  const made = await system.perform(ORDER, stepOf());
  const reference = made.status === 'done' ? made.reference : undefined;
  const after: StepContext = stepOf({
    bound: new Map([boundTo('beställningen', ORDER, { reference })]),
    token: 'run/f-1/2',
  });
  return { server, system, made, after };
}

describe('an activity that a system says otherwise', () => {
  it('is written with the system’s codes, systems and elements', async () => {
    const { server } = await ordered({
      systems: { 'http://snomed.info/sct': 'urn:lokalt' },
      codes: [{ from: 'urn:oid:1.2.752.108.1|NPU19748', to: 'http://loinc.org|1988-5' }],
      activities: {
        every: { write: { Organization: { set: [{ path: 'type[0].text', value: 'Enhet' }] } } },
        'order-test': {
          write: {
            ServiceRequest: {
              replace: [{ path: 'intent', from: 'order', to: 'original-order' }],
              set: [{ path: 'priority', value: 'routine' }],
              remove: ['code.text'],
            },
          },
        },
      },
    });
    const [order] = inStore(server, 'ServiceRequest');
    expect(order).toMatchObject({
      intent: 'original-order',
      priority: 'routine',
      category: [{ coding: [{ system: 'urn:lokalt' }] }],
      code: { coding: [{ system: 'http://loinc.org', code: '1988-5' }] },
    });
    expect(order).not.toHaveProperty('code.text');
    expect(inStore(server, 'Organization')[0]).toMatchObject({ type: [{ text: 'Enhet' }] });
  });

  it('is another resource there, which everything else points at', async () => {
    const mapping: Mapping = { resources: { ServiceRequest: 'NutritionOrder' } };
    const { server, system, made, after } = await ordered(
      mapping,
      claiming((known) => [
        ...known,
        ...known.slice(0, 1).map((each) => ({ ...each, type: 'NutritionOrder' as const })),
      ]),
    );
    expect(made).toMatchObject({ reference: expect.stringMatching(/^ServiceRequest\//) });
    const [order] = inStore(server, 'NutritionOrder');
    await system.perform(ANSWER, after);
    expect(inStore(server, 'DiagnosticReport')[0]).toMatchObject({
      basedOn: [{ reference: `NutritionOrder/${order?.id}` }],
    });
    expect(await system.ask(ANSWERED, after)).toMatchObject({ seen: true });
  });

  it('is searched for by other parameters, and sifted here by those that the system has not', async () => {
    const search = {
      DiagnosticReport: { add: { patient: '{patient}' }, sift: ['based-on', 'status', '_include', '_tag'] },
    };
    const { server, system, after } = await ordered(
      { activities: { every: { search } } },
      claiming((known) => known.map((each) => searchedBy(each, 'patient'))),
    );
    await system.perform(ANSWER, after);
    const other = stepOf({
      bound: new Map([boundTo('beställningen', ORDER, { reference: 'ServiceRequest/0' })]),
    });
    expect(await system.ask(ANSWERED, after)).toMatchObject({ seen: true });
    expect(await system.ask(ANSWERED, other)).toMatchObject({ seen: false, observed: 'Inget svar finns.' });
    expect(searchesOf(server, 'DiagnosticReport')).toContainEqual(
      expect.stringMatching(/^DiagnosticReport\?patient=Patient\/\d+$/),
    );
  });

  it('is searched for by the value that was written in place of the area’s', async () => {
    const write = { DiagnosticReport: { replace: [{ path: 'status', from: 'final', to: 'appended' }] } };
    const { server, system, after } = await ordered({ activities: { 'answer-order': { write } } });
    await system.perform(ANSWER, after);
    expect(inStore(server, 'DiagnosticReport')[0]).toMatchObject({ status: 'appended' });
    expect(await system.ask(ANSWERED, after)).toMatchObject({ seen: true });
    expect(searchesOf(server, 'DiagnosticReport')[0]).toContain('appended');
  });

  it('is never held back by a condition that leaves out what was sought', async () => {
    const search = { ServiceRequest: { add: { subject: '{patient}' }, sift: ['_tag'] } };
    const { server, system } = await ordered({ activities: { every: { search } } });
    await system.perform(ORDER, stepOf({ token: 'run/f-1/3' }));
    expect(inStore(server, 'ServiceRequest')).toHaveLength(2);
  });

  it('that changes something changes it in the system’s words', async () => {
    const write = { Encounter: { replace: [{ path: 'status', from: 'triaged', to: 'onleave' }] } };
    const { server, system } = await systemWith({ activities: { triage: { write } } });
    const made = await system.perform(ARRIVAL, stepOf());
    const reference = made.status === 'done' ? made.reference : undefined;
    const bound = new Map([boundTo('besöket', ARRIVAL, { reference })]);
    expect(await system.perform(TRIAGE, stepOf({ bound, token: 'run/f-1/2' }))).toMatchObject({
      status: 'done',
    });
    expect(inStore(server, 'Encounter')[0]).toMatchObject({
      status: 'onleave',
      reasonCode: [{ text: 'Yrsel' }],
    });
    expect(await system.ask(ON_LIST, stepOf({ bound }))).toMatchObject({ seen: true });
  });

  it('is its own again after a death, without what the system is never told', async () => {
    const write = { ServiceRequest: { remove: ['code.text'], set: [{ path: 'intent', value: 'plan' }] } };
    const { server, system, made } = await ordered({ activities: { 'order-test': { write } } });
    expect(made).toMatchObject({ status: 'done', reference: expect.any(String) });
    expect(await system.settle?.(ORDER, stepOf())).toMatchObject({ status: 'done' });
    expect(inStore(server, 'ServiceRequest')).toHaveLength(1);
  });

  it('has a write whose answer is lost looked for in the system’s own way', async () => {
    const search = { ServiceRequest: { add: { subject: '{patient}' }, sift: ['_tag'] } };
    const { server, system } = await ordered({ conditionalCreate: false, activities: { every: { search } } });
    const settled = await system.settle?.(ORDER, stepOf());
    expect(settled).toMatchObject({ status: 'done' });
    expect(inStore(server, 'ServiceRequest')).toHaveLength(1);
    const unseen = await system.settle?.(ORDER, stepOf({ token: 'run/f-1/9' }));
    expect(unseen).toMatchObject({ status: 'unknown' });
  });
});
