import { afterEach, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Written, WrittenStep } from './clean-up/leftovers.ts';
import { type CleanUp, openCleanUp } from './open-clean-up.ts';
import { FHIR_AREAS } from './testing/areas.ts';
import { bundleOf, outcomeOf } from './testing/plain-server.ts';
import { type Received, type Reply, startSmallServer } from './testing/small-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function cleaning(answer: (request: Received) => Reply): Promise<CleanUp> {
  const server = await startSmallServer(answer);
  const profile = {
    name: 'prov',
    environment: 'test',
    fhir: `${server.address}/fhir`,
    signIn: { method: 'none' },
  };
  const cleanUp = openCleanUp(profile as Parameters<typeof openCleanUp>[0], FHIR_AREAS, {
    now: () => 0,
    pause: async () => undefined,
  });
  opened.push(cleanUp, server);
  return cleanUp;
}

const marked = (id: string, ...tokens: readonly string[]) => ({
  resourceType: 'Encounter' as const,
  id,
  status: 'arrived' as const,
  class: {},
  meta: { tag: tokens.map((code) => ({ system: SYSTEMS.token, code })) },
});

const STEPS: readonly WrittenStep[] = [
  { token: 'r.f-1.1', kind: 'register-arrival' },
  { token: 'r.f-1.2', kind: 'triage' },
  { token: 'r.f-2.1', kind: 'register-arrival' },
];

const wrote = (steps: readonly WrittenStep[]): Written => ({ steps, introduced: [], from: 0, until: 0 });

describe('what a run left in a system', () => {
  it('is found by its marks, the latest first, and what was only changed is told from what was made', async () => {
    const asked: string[] = [];
    const cleanUp = await cleaning(({ address, url }) => {
      asked.push(address);
      const found = [
        marked('1', 'r.f-1.1', 'r.f-1.2'),
        marked('2', 'r.f-2.1'),
        marked('9', 'other', 'r.f-1.2'),
      ];
      return { json: { ...bundleOf(found), link: [{ relation: 'self', url }] } };
    });
    expect(await cleanUp.find(wrote(STEPS))).toEqual({
      found: [
        { reference: 'Encounter/2', made: true },
        { reference: 'Encounter/1', made: true },
        { reference: 'Encounter/9', made: false },
      ],
      doubts: [],
    });
    expect(asked).toEqual([
      `/fhir/Encounter?_tag=${STEPS.map(({ token }) => `${SYSTEMS.token}|${token}`).join(',')}`,
    ]);
  });

  it('is never what a server answers that does not search by marks', async () => {
    const cleanUp = await cleaning(() => ({ json: bundleOf([marked('4711')]) }));
    const { found, doubts } = await cleanUp.find(wrote(STEPS));
    expect(found).toEqual([]);
    expect(doubts[0]).toMatch(/söker inte på märken/);
  });

  it('is not known where the system does not let anybody search', async () => {
    const cleanUp = await cleaning(() => ({ status: 403, json: outcomeOf('Här söker ingen.') }));
    const { found, doubts } = await cleanUp.find(wrote(STEPS));
    expect(found).toEqual([]);
    expect(doubts).toContain('Encounter går inte att söka igenom: Här söker ingen.');
  });

  it('is asked about in addresses that every server takes', async () => {
    const addresses: string[] = [];
    const cleanUp = await cleaning(({ address, url }) => {
      addresses.push(address);
      return { json: { ...bundleOf([]), link: [{ relation: 'self', url }] } };
    });
    const steps = Array.from({ length: 45 }, (_, index) => ({
      token: `r.f-${index}.1`,
      kind: 'register-arrival',
    }));
    await cleanUp.find(wrote(steps));
    expect(addresses).toHaveLength(3);
  });

  it.each<[string, Reply, RegExp | undefined]>([
    ['is gone when the system says so', { status: 204, json: undefined }, undefined],
    ['is gone when it was gone already', { status: 410, json: outcomeOf('Borta') }, undefined],
    [
      'stays when the system says no',
      { status: 405, json: outcomeOf('Journal tas inte bort.') },
      /Journal tas inte bort/,
    ],
    ['stays when the system breaks', { status: 500, json: outcomeOf('Trasigt') }, /svarade systemet 500/],
  ])('%s', async (_, reply, reason) => {
    const cleanUp = await cleaning(({ method }) =>
      method === 'DELETE' ? reply : { status: 404, json: outcomeOf('Finns inte.') },
    );
    const removal = await cleanUp.remove('Encounter/1');
    expect(removal).toEqual(
      reason === undefined ? { is: 'gone' } : { is: 'kept', reason: expect.stringMatching(reason) },
    );
  });
});
