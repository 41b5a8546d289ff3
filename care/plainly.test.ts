import type { Resource, ResourceType } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question, Task } from '../domain/activity.ts';
import { ref } from '../domain/ref.ts';
import type { Actor } from '../domain/role.ts';
import type { Bound, CareSystem, StepContext } from '../systems/care-system.ts';
import { STAFF } from '../systems/contract/script.ts';
import { createFhirDriver } from '../systems/fhir-r4/driver.ts';
import { hurryingClock } from '../systems/fhir-r4/testing/manner-harness.ts';
import { type MannerServer, startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { createUndiciTransport } from '../systems/fhir-r4/transports/undici.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { FHIR_AREAS } from '../systems/testing/areas.ts';
import { person, UNITS } from '../systems/testing/people.ts';
import { startSmallServer } from '../systems/testing/small-server.ts';
import { admit, bedOnWardList, identityShielded, printDocument, registerArrival } from './admission/index.ts';
import {
  acknowledgeMessage,
  messageInInbox,
  messageReceived,
  nothingInInbox,
  sendMessage,
} from './coordination/index.ts';
import { answerOrder, orderOnLaboratoryWorklist, orderTest } from './laboratory/index.ts';
import { testCalled } from './laboratory/words.ts';

/** What can be told on a server that stores and searches, and claims no more; and that nothing is told beyond it. */
const PERSON = person(1, true);
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function rehearsalOn(
  workflows?: SystemProfile['workflows'],
  signIn: SystemProfile['signIn'] = { method: 'none' },
) {
  const server = await startMannerServer([], { workflows });
  const tokens = await startSmallServer(() => ({ json: { access_token: 'x', expires_in: 3600 } }));
  const tokenEndpoint = `${tokens.address}/token`;
  const profile = {
    ...server.profile,
    signIn: signIn.method === 'none' ? signIn : { ...signIn, tokenEndpoint },
  };
  const transport = createUndiciTransport();
  const system = createFhirDriver({
    areas: FHIR_AREAS,
    profile,
    transport,
    clock: hurryingClock(),
    listsLag: 0,
  });
  closers.push(
    () => system.close(),
    () => server.close(),
    () => tokens.close(),
  );
  await system.connect();
  await system.introduce(PERSON, Object.values(UNITS));
  return { server, system, ...flowOf(system) };
}

function flowOf(system: CareSystem) {
  const bound = new Map<string, Bound>();
  const startedAt = Date.now();
  let steps = 0;
  const context = (actor: Actor): StepContext => {
    steps += 1;
    const token = `run/f-1/${steps}`;
    return { run: 'run', instance: 'f-1', patient: PERSON, units: UNITS, bound, startedAt, actor, token };
  };
  return {
    async does(actor: Actor, task: Task & { readonly as?: string }): Promise<string> {
      const outcome = await system.perform(task, context(actor));
      const name = task.as ?? `${task.kind}`;
      if (outcome.status === 'unknown') throw new Error(outcome.reason);
      bound.set(name, { name, task, actor, ...outcome, outcome: outcome.status });
      return outcome.status;
    },
    sees: (actor: Actor, question: Question) => system.ask(question, context(actor)),
  };
}

/** Puts another in the place of what the server keeps. */
function change(server: MannerServer, type: ResourceType, to: object): void {
  for (const kept of keptIn(server, type)) server.store.update({ ...kept, ...to });
}

const keptIn = (server: MannerServer, type: ResourceType): readonly Resource[] =>
  server.store.all.filter(({ resourceType }) => resourceType === type);

const { secretary, nurse, wardSecretary, wardNurse, careManager, physician, scientist } = STAFF;
const message = sendMessage('admission', 'meddelandet');
const order = orderTest(testCalled('Troponin T'), 'beställningen');

describe('a bed', () => {
  it('is written at the admission and looked for on the list of the ward', async () => {
    const { server, does, sees } = await rehearsalOn();
    expect(await sees(wardNurse, bedOnWardList())).toMatchObject({ seen: false });
    await does(wardSecretary, admit('inskrivningen'));
    expect(await sees(wardNurse, bedOnWardList())).toMatchObject({
      seen: true,
      observed: expect.stringContaining('det är inte prövat'),
    });
    change(server, 'Encounter', { location: [{ location: { display: 'Sal 9' } }] });
    expect(await sees(wardNurse, bedOnWardList())).toMatchObject({ seen: false });
    change(server, 'Encounter', { location: undefined });
    expect(await sees(wardNurse, bedOnWardList())).toMatchObject({ seen: false });
  });

  it('is left to a system that says it assigns one', async () => {
    const { does, sees, server } = await rehearsalOn(['bed-assignment']);
    await does(wardSecretary, admit('inskrivningen'));
    expect(keptIn(server, 'Encounter')[0]).not.toHaveProperty('location');
    expect(await sees(wardNurse, bedOnWardList())).toMatchObject({ seen: false });
  });
});

describe('an order', () => {
  it('is with the laboratory while it is active, theirs and not answered', async () => {
    const { does, sees } = await rehearsalOn();
    await does(physician, order);
    const onWorklist = orderOnLaboratoryWorklist(ref('beställningen'));
    expect(await sees(scientist, onWorklist)).toMatchObject({
      seen: true,
      observed: expect.stringContaining('inte prövad'),
    });
    await does(scientist, answerOrder(ref('beställningen'), { value: 52, unit: 'ng/L' }, 'svaret'));
    expect(await sees(scientist, onWorklist)).toMatchObject({ seen: false });
  });

  it.each([
    ['somebody else is to do it', { performer: [{ reference: 'Organization/somebody-else' }] }],
    ['nobody is to do it', { performer: undefined }],
    ['it is withdrawn', { status: 'revoked' }],
  ])('is not when %s', async (_why, changed) => {
    const { server, does, sees } = await rehearsalOn();
    await does(physician, order);
    change(server, 'ServiceRequest', changed);
    const { seen } = await sees(scientist, orderOnLaboratoryWorklist(ref('beställningen')));
    expect(seen).toBe(false);
  });
});

describe('a message', () => {
  it('is found by its receiver, who writes the receipt that the sender reads', async () => {
    const { does, sees } = await rehearsalOn();
    await does(wardNurse, message);
    expect(await sees(careManager, messageInInbox(ref('meddelandet')))).toMatchObject({
      seen: true,
      observed: expect.stringContaining('leverans är inte prövad'),
    });
    expect(await sees(wardNurse, messageReceived(ref('meddelandet')))).toMatchObject({ seen: false });
    expect(await does(careManager, acknowledgeMessage(ref('meddelandet')))).toBe('done');
    expect(await sees(wardNurse, messageReceived(ref('meddelandet')))).toMatchObject({ seen: true });
  });

  it('to somebody else is neither found nor acknowledged', async () => {
    const { server, does, sees } = await rehearsalOn();
    await does(wardNurse, message);
    change(server, 'Communication', { recipient: [{ reference: 'Organization/somebody-else' }] });
    expect(await sees(careManager, messageInInbox(ref('meddelandet')))).toMatchObject({ seen: false });
    expect(await does(careManager, acknowledgeMessage(ref('meddelandet')))).toBe('refused');
  });

  it('is asked for in the inbox itself where the system says it delivers', async () => {
    const { does, sees } = await rehearsalOn(['message-delivery']);
    await does(wardNurse, message);
    expect(await sees(careManager, messageInInbox(ref('meddelandet')))).toMatchObject({ seen: false });
  });
});

describe('a server that says it shields, without operations of its own', () => {
  it.each([
    ['unit-list', undefined],
    ['chart', undefined],
    ['letter', '$print'],
    ['export', '$everything'],
  ] as const)('is asked of what it has: %s', async (surface, missing) => {
    const { system } = await rehearsalOn(['identity-shielding']);
    const can = system.capability('identity-shielded', identityShielded(surface));
    expect(can).toEqual(
      missing === undefined
        ? { supported: true }
        : { supported: false, reason: expect.stringContaining(`operationen ${missing}`) },
    );
  });

  it.each(['unit-list', 'chart'] as const)(
    'is red where a name can be read, and green where none: %s',
    async (surface) => {
      const { server, does, sees } = await rehearsalOn(['identity-shielding']);
      await does(secretary, registerArrival('Yrsel', 'besöket'));
      expect(await sees(nurse, identityShielded(surface))).toMatchObject({ seen: false });
      change(server, 'Patient', { name: [{ text: 'Skyddad identitet' }], address: undefined });
      expect(await sees(nurse, identityShielded(surface))).toMatchObject({ seen: true });
    },
  );
});

describe('a server that says nothing of shielding', () => {
  const surfaces = ['unit-list', 'chart', 'letter'] as const;
  const signIn = {
    method: 'password',
    tokenEndpoint: '',
    clientId: 'x',
    password: 'x',
    staff: '{role}',
    registry: 'registry',
  } as const;

  it.each(surfaces)('is not asked where all read as nobody: %s', async (surface) => {
    const { system } = await rehearsalOn();
    expect(system.capability('identity-shielded', identityShielded(surface))).toEqual({
      supported: false,
      reason: expect.stringContaining('skyddar namn och adress'),
    });
  });

  async function arrived() {
    const rehearsal = await rehearsalOn(undefined, signIn);
    await rehearsal.does(secretary, registerArrival('Yrsel', 'besöket'));
    return rehearsal;
  }

  it.each(surfaces)('is asked where people sign in, and red when a name can be read: %s', async (surface) => {
    const { system, server, does, sees } = await arrived();
    expect(system.capability('identity-shielded', identityShielded(surface))).toEqual({ supported: true });
    await does(secretary, printDocument('letter'));
    expect(await sees(nurse, identityShielded(surface))).toMatchObject({ seen: false });
    server.store.all
      .filter(({ resourceType }) => resourceType === 'DocumentReference')
      .forEach(({ id }) => {
        server.store.remove(`DocumentReference/${id}`);
      });
    change(server, 'Patient', { name: [{ text: 'Skyddad identitet' }], address: undefined });
    await does(secretary, printDocument('letter'));
    expect(await sees(nurse, identityShielded(surface))).toMatchObject({ seen: true });
  });

  it.each(['unit-list', 'chart'] as const)('is red when it has lost the mark: %s', async (surface) => {
    const { server, sees } = await arrived();
    change(server, 'Patient', { meta: {}, name: [{ text: 'Skyddad identitet' }], address: undefined });
    expect(await sees(nurse, identityShielded(surface))).toMatchObject({
      seen: false,
      observed: expect.stringContaining('Märkningen'),
    });
  });
});

describe('what such a server does not do', () => {
  it.each([
    [nothingInInbox().kind, 'hindrar informationsdelning'],
    ['identity-shielded', 'skyddar namn och adress'],
    ['early-warning-raised', 'varnar när vitalparametrar'],
    ['prescription-stopped', 'stoppar eller varnar vid ordination'],
    ['patient-reads-note', 'visar patienten den egna journalen'],
    ['dose-on-nurses-list', 'visar varje yrkesroll'],
  ] as const)('stays not covered: %s', async (kind, says) => {
    const { system } = await rehearsalOn();
    expect(system.capability(kind)).toEqual({ supported: false, reason: expect.stringContaining(says) });
  });
});
