import type { Encounter, Resource } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { recordVitals } from '../../care/vitals/index.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { MINUTE } from '../../domain/time.ts';
import type { CareSystem, Noticed } from '../care-system.ts';
import { FHIR_AREAS } from '../testing/areas.ts';
import { bundleOf, honestly, plainly } from '../testing/plain-server.ts';
import { startSmallServer } from '../testing/small-server.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import { createFhirDriver } from './driver.ts';
import { createUndiciTransport } from './transports/undici.ts';

/** By the clock that the small server tells of in its answers. */
const NOW = Date.now();
const LATER = new Date(NOW + 2 * MINUTE).toISOString();

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** A server in whose charts these resources stand. */
async function withCharts(...stored: readonly Resource[]): Promise<CareSystem> {
  const server = await startSmallServer(
    plainly((request) => {
      const { method, url } = request;
      if (method !== 'GET') throw new Error(`Nothing may be written: ${method} ${url}.`);
      const address = url.split('?')[0] ?? '';
      const one = stored.find(({ resourceType, id }) => address.endsWith(`/${resourceType}/${id}`));
      if (one !== undefined) return { json: one };
      return honestly(
        { json: bundleOf(stored.filter(({ resourceType }) => address.endsWith(`/${resourceType}`))) },
        request,
      );
    }),
  );
  const system = createFhirDriver({
    areas: FHIR_AREAS,
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: `${server.address}/fhir`,
      signIn: { method: 'none' },
    },
    transport: createUndiciTransport(),
    clock: { now: () => NOW, pause: async () => undefined },
  });
  opened.push(system, server);
  await system.connect();
  return system;
}

const ARRIVAL = { type: 'task', kind: 'register-arrival', reason: 'Bröstsmärta', as: 'besöket' } as const;
const arrival = (over: Partial<Encounter> = {}): Encounter => ({
  resourceType: 'Encounter',
  id: '7',
  meta: { lastUpdated: LATER, tag: [{ system: 'urn:genrep:token', code: 'made-in-a-page' }] },
  status: 'arrived',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER' },
  subject: { reference: 'Patient/1' },
  period: { start: LATER },
  serviceProvider: { reference: 'Organization/1' },
  reasonCode: [{ text: 'Bröstsmärta' }],
  ...over,
});
const noticed = async (system: CareSystem, step = stepOf()): Promise<Noticed> =>
  system.notice?.(ARRIVAL, step, NOW) ?? { status: 'cannot-tell' };

describe('what a person has done by hand', () => {
  it('is known by patient, kind and content, though it carries no token of the step', async () => {
    expect(await noticed(await withCharts(arrival()))).toEqual({
      status: 'done',
      reference: 'Encounter/7',
    });
  });

  it('is not what stood there before', async () => {
    const before = arrival({ meta: { lastUpdated: new Date(NOW - 10 * MINUTE).toISOString() } });
    expect(await noticed(await withCharts(before))).toEqual({ status: 'not-done' });
  });

  it('is not what a robot of the same run made, nor what an earlier step made', async () => {
    const robots = arrival({ meta: { tag: [{ system: 'urn:genrep:token', code: 'run.f-1.1' }] } });
    expect(await noticed(await withCharts(robots))).toEqual({ status: 'not-done' });
    const bound = new Map([boundTo('förra', ARRIVAL, { reference: 'Encounter/7' })]);
    expect(await noticed(await withCharts(arrival()), stepOf({ bound }))).toEqual({ status: 'not-done' });
  });

  it('is done otherwise when it says something else', async () => {
    expect(await noticed(await withCharts(arrival({ reasonCode: [{ text: 'Yrsel' }] })))).toEqual({
      status: 'otherwise',
      reference: 'Encounter/7',
    });
  });

  it('is a change when what is there says what the change would', async () => {
    const bound = new Map([boundTo('besöket', ARRIVAL, { reference: 'Encounter/7' })]);
    const triage = { type: 'task', kind: 'triage', colour: 'orange' } as const;
    const look = async (over: Partial<Encounter>) =>
      (await withCharts(arrival(over))).notice?.(triage, stepOf({ bound }), NOW);
    expect(await look({})).toEqual({ status: 'not-done' });
    const priority = { coding: [{ system: SYSTEMS.genrep, code: 'triage-orange' }] };
    expect(await look({ status: 'triaged', priority })).toEqual({ status: 'done', reference: 'Encounter/7' });
    const other = { coding: [{ system: SYSTEMS.genrep, code: 'triage-green' }] };
    expect(await look({ status: 'triaged', priority: other })).toEqual({ status: 'not-done' });
  });

  it('with one wrong value among many is done otherwise', async () => {
    const values = {
      respiratoryRate: 16,
      oxygenSaturation: 97,
      supplementalOxygen: false,
      systolicPressure: 128,
      heartRate: 72,
      consciousness: 'A',
      temperature: 36.8,
    } as const;
    const system = await withCharts({
      resourceType: 'Observation',
      id: '9',
      status: 'final',
      meta: { lastUpdated: LATER },
      subject: { reference: 'Patient/1' },
      category: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/observation-category',
              code: 'vital-signs',
            },
          ],
        },
      ],
      code: { coding: [{ system: 'http://loinc.org', code: '85353-1' }] },
      component: [],
    });
    expect(await system.notice?.(recordVitals(values, 'värdena'), stepOf(), NOW)).toEqual({
      status: 'otherwise',
      reference: 'Observation/9',
    });
  });
});
