import type { Patient as FhirPatient } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Patient } from '../../domain/patient.ts';
import { FHIR_AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { stepOf } from '../testing/step.ts';
import { createFhirDriver } from './driver.ts';
import type { Habits } from './testing/manner.ts';
import { hurryingClock } from './testing/manner-harness.ts';
import type { MannerServer } from './testing/manner-server.ts';
import { type SystemAndServer, systemWith } from './testing/system-with.ts';
import { createUndiciTransport } from './transports/undici.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function started(names: readonly string[], ...habits: readonly Habits[]): Promise<SystemAndServer> {
  const both = await systemWith(names, habits);
  opened.push(both);
  return both;
}

const MEANT = person(1);
const ALLERGIC: Patient = {
  ...MEANT,
  history: {
    problems: [],
    allergies: [{ snomed: '91936005', display: 'Penicillinallergi', since: '2005-11-14' }],
  },
};

/** Somebody in the system: the one who is meant, but for what is told otherwise. */
const somebody = (otherwise: Partial<FhirPatient> = {}): FhirPatient => ({
  resourceType: 'Patient',
  identifier: [MEANT.identifier],
  name: [{ family: MEANT.familyName, given: [MEANT.givenName] }],
  birthDate: MEANT.birthDate,
  ...otherwise,
});
const STRANGER = somebody({ identifier: [person(2).identifier], birthDate: '1961-01-01' });
const NUMBER = `${MEANT.identifier.system}|${MEANT.identifier.value}`;

/** All that is kept of anybody but people and units. */
const written = ({ store }: MannerServer) =>
  store.all.filter(({ resourceType }) => resourceType !== 'Patient' && resourceType !== 'Organization');
const whoIs = async ({ system }: SystemAndServer, patient = MEANT): Promise<string | undefined> => {
  const arrival = { type: 'task', kind: 'register-arrival', reason: 'Bröstsmärta', as: 'besöket' } as const;
  const outcome = await system.perform(arrival, stepOf({ patient }));
  return 'reference' in outcome ? outcome.reference : undefined;
};
const subjects = (server: MannerServer): readonly (string | undefined)[] =>
  written(server).map((each) => ('subject' in each ? JSON.stringify(each.subject) : undefined));

describe('the person of a flow', () => {
  it.each([
    ['identifier-ignored'],
    ['identifier-ignored', 'conditional-unknown'],
    ['identifier-ignored', 'conditional-ignored'],
  ])('is never a stranger: %s %s', async (...manners) => {
    const both = await started(manners.filter((each) => each !== undefined));
    const { server, system } = both;
    const stranger = server.store.create(STRANGER);
    const error = await system.introduce(ALLERGIC, []).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error === undefined) await whoIs(both, ALLERGIC);
    else expect(error).toMatchObject({ name: 'SystemError', kind: 'broken-answer' });
    expect(subjects(server)).not.toContain(JSON.stringify({ reference: `Patient/${stranger.id}` }));
  });

  it.each<[string, Partial<FhirPatient>]>([
    ['another name', { name: [{ family: 'Andersson', given: ['Åsa'] }] }],
    ['another birth date', { birthDate: '1954-05-13' }],
  ])('is not somebody with the number and %s', async (_, otherwise) => {
    const { system, server } = await started([]);
    server.store.create(somebody(otherwise));
    await expect(system.introduce(ALLERGIC, [])).rejects.toMatchObject({
      kind: 'broken-answer',
      message: expect.stringMatching(/Patient\/1 redan finns, men det är något annat .* Inget är sparat/),
    });
    expect(written(server)).toEqual([]);
  });

  it('is whoever has the number, where the system keeps the rest to itself', async () => {
    const hidden: Patient = { ...MEANT, protectedIdentity: true };
    const both = await started([]);
    both.server.store.create(somebody({ name: [{ text: 'Skyddad identitet' }] }));
    await both.system.introduce(hidden, []);
    await whoIs(both, hidden);
    expect(subjects(both.server)).toEqual(['{"reference":"Patient/1"}']);
  });

  it('does not have an allergy that was found without being searched for', async () => {
    const { system, server } = await started([], {
      understands: (query) => new URLSearchParams([...query].filter(([name]) => name !== 'code')),
    });
    const me = server.store.create(somebody());
    server.store.create({
      resourceType: 'AllergyIntolerance',
      code: { coding: [{ system: SYSTEMS.snomed, code: '1' }] },
      patient: { reference: `Patient/${me.id}` },
    });
    await expect(system.introduce(ALLERGIC, [])).rejects.toMatchObject({ kind: 'broken-answer' });
  });
});

describe('two who make the same at the same moment', () => {
  it('go on with one, the lowest, when both were made', async () => {
    const both = await started([]);
    for (const each of [somebody(), somebody()]) both.server.store.create(each);
    await both.system.introduce(MEANT, []);
    await whoIs(both);
    expect(subjects(both.server)).toEqual(['{"reference":"Patient/1"}']);
  });

  it('go on with one where nothing is made conditionally', async () => {
    const both = await started(['conditional-unknown'], {
      // Another was quicker, and it is seen only afterwards.
      instead: ({ method, url, body }, store) => {
        if (method === 'POST' && url.endsWith('/Organization')) store.create(JSON.parse(body));
        return undefined;
      },
    });
    const stay = { type: 'task', kind: 'admit', as: 'inskrivningen' } as const;
    await both.system.introduce(MEANT, [UNITS.ward]);
    await both.system.perform(stay, stepOf({ patient: MEANT }));
    const units = both.server.store.search('Organization', new URLSearchParams());
    expect(units.map(({ id }) => id)).toEqual(['1', '2']);
    expect(written(both.server)).toMatchObject([{ serviceProvider: { reference: 'Organization/1' } }]);
  });

  it('look, and try again, when the loser is told 409', async () => {
    const both = await started(['conflict-when-second']);
    await both.system.introduce(MEANT, [UNITS.ward]);
    await whoIs(both);
    const people = both.server.store.search('Patient', new URLSearchParams({ identifier: NUMBER }));
    expect(people).toHaveLength(1);
    expect(subjects(both.server)).toEqual([`{"reference":"Patient/${people[0]?.id}"}`]);
  });

  it('try again when the other cannot be found yet', async () => {
    let conflicts = 0;
    const both = await started([], {
      instead: ({ method, url }) => {
        if (method !== 'POST' || !url.endsWith('/Patient') || conflicts === 2) return undefined;
        conflicts += 1;
        return {
          status: 409,
          json: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'conflict' }] },
        };
      },
    });
    await both.system.introduce(MEANT, []);
    expect(await whoIs(both)).toMatch(/^Encounter/);
  });
});

describe('a server that says that it makes conditionally and does not', () => {
  it('is not made to keep anybody twice', async () => {
    const { server, system } = await started(['conditional-ignored']);
    await system.introduce(MEANT, [UNITS.ward]);
    const again = createFhirDriver({
      areas: FHIR_AREAS,
      ...{ profile: server.profile, transport: createUndiciTransport(), clock: hurryingClock() },
    });
    opened.push(again);
    await again.connect();
    await again.introduce(MEANT, [UNITS.ward]);
    expect(server.store.all.map(({ resourceType }) => resourceType)).toEqual(['Organization', 'Patient']);
  });
});

describe('a unit of a flow', () => {
  it('is never another unit', async () => {
    const { system, server } = await started(['identifier-ignored']);
    server.store.create({ resourceType: 'Organization', name: 'Någon annan' });
    await expect(system.introduce(MEANT, [UNITS.ward])).rejects.toMatchObject({ kind: 'broken-answer' });
    expect(written(server)).toEqual([]);
  });

  it('is what has its HSA-id, under whatever name', async () => {
    const { system, server } = await started([]);
    server.store.create({
      resourceType: 'Organization',
      identifier: [{ system: SYSTEMS.hsaId, value: UNITS.ward.hsaId }],
      name: 'Medicin 3',
    });
    await system.introduce(MEANT, [UNITS.ward]);
    expect(server.store.search('Organization', new URLSearchParams())).toHaveLength(1);
  });
});
