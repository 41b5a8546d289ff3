import type { Timekeeper } from '../../../domain/time.ts';
import type { Harness } from '../../contract/harness.ts';
import { FHIR_AREAS } from '../../testing/areas.ts';
import { person, UNITS } from '../../testing/people.ts';
import { createFhirDriver } from '../driver.ts';
import { createUndiciTransport } from '../transports/undici.ts';
import type { Manner } from './manner.ts';
import { startMannerServer } from './manner-server.ts';

/** The driver fhir-r4 on a small server with some manners. Nobody waits: what is paused is only added to the clock. */
export async function mannerHarness(manners: readonly Manner[]): Promise<Harness> {
  const server = await startMannerServer(manners);
  const transport = createUndiciTransport();
  const clock = hurryingClock();
  const system = createFhirDriver({ areas: FHIR_AREAS, profile: server.profile, transport, clock });
  await system.connect();
  let people = 0;
  return {
    system,
    units: UNITS,
    clock,
    patience: 5_000,
    settles: manners.find(({ settles }) => settles !== undefined)?.settles,
    patient(protectedIdentity) {
      people += 1;
      return person(people, protectedIdentity);
    },
    async close() {
      await system.close();
      await server.close();
    },
  };
}

/** The clock on the wall and all pauses that were asked for; no two looks at it show the same. */
export function hurryingClock(): Timekeeper {
  let paused = 0;
  return {
    now() {
      paused += 1;
      return Date.now() + paused;
    },
    async pause(milliseconds) {
      paused += milliseconds;
    },
  };
}
