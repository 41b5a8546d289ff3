import { afterEach, expect, it } from 'vitest';
import { wallClock } from '../../flows/clock.ts';
import { FHIR_AREAS } from '../testing/areas.ts';
import { boastingStatement } from '../testing/plain-server.ts';
import { startSmallServer } from '../testing/small-server.ts';
import { createFhirDriver } from './driver.ts';
import { createUndiciTransport } from './transports/undici.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** A driver, connected, to a system that grants its client so much. */
async function granted(scope: string) {
  const server = await startSmallServer(({ address }) =>
    address === '/token'
      ? { json: { access_token: 'ett-ordentligt-token', expires_in: 300, scope } }
      : { json: boastingStatement() },
  );
  const driver = createFhirDriver({
    areas: FHIR_AREAS,
    clock: wallClock(),
    transport: createUndiciTransport(),
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: `${server.address}/fhir`,
      signIn: {
        method: 'client-credentials',
        tokenEndpoint: `${server.address}/token`,
        clientId: 'robot',
        clientSecret: 'en-hemlighet',
        scope: 'system/*.cruds',
      },
    },
  });
  opened.push(driver, server);
  await driver.connect();
  return driver;
}

it('what the system did not grant is told when it is connected, before anything is tried', async () => {
  const driver = await granted('system/Patient.rs system/Observation.crs');
  expect(driver.capability('order-test')).toMatchObject({
    supported: false,
    reason: expect.stringMatching(/scope .*system\/ServiceRequest\.c/),
  });
});

it('nothing is missing where all was granted', async () => {
  expect((await granted('system/*.cruds')).capability('order-test')).toEqual({ supported: true });
});
