import type { Resource } from '@medplum/fhirtypes';
import { lineOfTests } from '../contract/line-of-tests.ts';
import { describeCareSystem } from '../contract.ts';
import { createFhirDriver } from '../fhir-r4/driver.ts';
import { hurryingClock } from '../fhir-r4/testing/manner-harness.ts';
import { startMannerServer } from '../fhir-r4/testing/manner-server.ts';
import { createUndiciTransport } from '../fhir-r4/transports/undici.ts';
import { AREAS, FHIR, FHIR_AREAS } from './areas.ts';
import { person, UNITS } from './people.ts';

/** All that the areas write when their contract is played on a server that claims everything, as it was sent. */
export async function realWrites(): Promise<readonly Resource[]> {
  const server = await startMannerServer([], { workflows: [...FHIR.workflows.keys()] });
  const clock = hurryingClock();
  const system = createFhirDriver({
    ...{ areas: FHIR_AREAS, profile: server.profile, clock, listsLag: 0 },
    transport: createUndiciTransport(),
  });
  const cases = await AREAS.contract();
  let people = 0;
  const patient = (protectedIdentity: boolean) => {
    people += 1;
    return person(people, protectedIdentity);
  };
  try {
    await lineOfTests((runner) =>
      describeCareSystem('all', cases, runner, async () => {
        await system.connect();
        return { system, units: UNITS, clock, patience: 0, patient, close: () => system.close() };
      }),
    );
    return server.received
      .filter(({ method, body }) => /P(OS|U)T/.test(method) && body !== '')
      .map(({ body }) => JSON.parse(body));
  } finally {
    await server.close();
  }
}
