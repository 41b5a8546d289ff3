import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Resource } from '@medplum/fhirtypes';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Harness } from '../contract/harness.ts';
import { failedIn, lineOfTests } from '../contract/line-of-tests.ts';
import { describeCareSystem } from '../contract.ts';
import { createFhirDriver } from '../fhir-r4/driver.ts';
import { dialectsOf } from '../fhir-r4/mapping/dialect.ts';
import { claiming, searchedBy } from '../fhir-r4/testing/claiming.ts';
import type { Manner } from '../fhir-r4/testing/manner.ts';
import { hurryingClock } from '../fhir-r4/testing/manner-harness.ts';
import { startMannerServer } from '../fhir-r4/testing/manner-server.ts';
import { createUndiciTransport } from '../fhir-r4/transports/undici.ts';
import { loadProfile } from '../load-profile.ts';
import { AREAS, FHIR_AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { outcomeOf } from '../testing/plain-server.ts';
import type { Received } from '../testing/small-server.ts';

/** The examples of docs/how-to/own-system.md, as they stand there, on systems that refuse what they do not say so. */
const GUIDE = readFileSync(resolve(import.meta.dirname, '../../docs/how-to/own-system.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'genrep-own-system-'));
afterAll(() => rmSync(folder, { recursive: true }));

for (const [, name = '', text = ''] of GUIDE.matchAll(/^`([\w-]+\.yaml)`:\n\n```yaml\n(.*?)^```$/gms)) {
  writeFileSync(join(folder, name), text);
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The contract by a profile of the guide. */
async function played(profile: string, manner: Manner, settles: Harness['settles']) {
  const server = await startMannerServer([manner]);
  const clock = hurryingClock();
  const system = createFhirDriver({
    dialectsOf,
    ...{ areas: FHIR_AREAS, clock, listsLag: 0, transport: createUndiciTransport() },
    profile: { ...loadProfile(join(folder, profile)), fhir: server.base },
  });
  closers.push(
    () => system.close(),
    () => server.close(),
  );
  let people = 0;
  const patient = () => {
    people += 1;
    return person(people);
  };
  const cases = await AREAS.contract();
  const tried = await lineOfTests((runner) =>
    describeCareSystem(profile, cases, runner, async () => {
      await system.connect();
      return {
        ...{ system, units: UNITS, clock, patience: 0, patient },
        settles,
        close: async () => {},
      };
    }),
  );
  const held = tried.filter(({ failure, skipped }) => failure === undefined && skipped === undefined);
  return { server, failed: failedIn(tried), held: held.map(({ name }) => name) };
}

/** A server that takes only what it would, of what is written in it. */
const taking = (refusal: (resource: Resource) => string | undefined) => (request: Received) => {
  if (request.method !== 'POST') return undefined;
  const said = refusal(JSON.parse(request.body));
  return said === undefined ? undefined : { status: 422, json: outcomeOf(said) };
};

describe('the guide’s profile of a system that says it otherwise', () => {
  it('with codes of its own, and elements that it requires', async () => {
    const instead = taking((resource) =>
      JSON.stringify(resource).includes('NPU27501') ||
      (resource.resourceType === 'Patient' &&
        resource.identifier?.[0]?.system !== 'urn:vart-system:reservnummer') ||
      (resource.resourceType === 'ServiceRequest' &&
        resource.code?.coding?.[0]?.code !== 'referral' &&
        resource.category?.[0]?.coding?.[0]?.code !== 'examination' &&
        (resource.priority !== 'routine' ||
          resource.intent !== 'original-order' ||
          resource.identifier?.[0]?.value !== '4711' ||
          resource.code?.text !== undefined))
        ? 'Det här är inte sagt som vi säger det.'
        : undefined,
    );
    const { server, failed, held } = await played(
      'vart-system.yaml',
      claiming((known) => known, { instead }),
      'always',
    );
    expect(failed).toEqual([]);
    expect(held).toContain('an order is on the worklist until it is answered, and then has one answer');
    expect(server.store.all.some((each) => JSON.stringify(each).includes('67151-1'))).toBe(true);
  });

  it('with another resource, and other parameters to search by', async () => {
    const sought = ({ method, address, headers }: Received): string | undefined => {
      if (headers['if-none-exist'] !== undefined) return 'If-None-Exist tas inte emot.';
      if (address.startsWith('/fhir/Specimen')) return 'Specimen finns inte här.';
      return method === 'GET' && /^\/fhir\/DiagnosticReport\?(?!patient=[^&]+$)/.test(address)
        ? 'Svar söks på patient, och på inget annat.'
        : undefined;
    };
    const instead = (request: Received) => {
      const said = sought(request);
      return said === undefined ? undefined : { status: 400, json: outcomeOf(said) };
    };
    const manner = claiming(
      (known) =>
        known.map((each) => {
          if (each.type === 'Specimen') return { ...searchedBy(each, 'patient'), type: 'SupplyDelivery' };
          return each.type === 'DiagnosticReport'
            ? searchedBy({ ...each, searchParam: [] }, 'patient')
            : each;
        }),
      { instead },
    );
    const { server, failed, held } = await played('annat-system.yaml', manner, 'when-found');
    expect(failed).toEqual([]);
    expect(held).toContain('a specimen taken before the first dose is told from one taken after');
    expect(server.store.all.find(({ resourceType }) => resourceType === 'SupplyDelivery')).toMatchObject({
      status: 'completed',
      type: { text: 'Blod' },
      patient: expect.anything(),
      occurrenceDateTime: expect.any(String),
      supplier: expect.anything(),
    });
  });
});
