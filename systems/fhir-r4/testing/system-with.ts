import type { CareSystem } from '../../care-system.ts';
import { FHIR_AREAS } from '../../testing/areas.ts';
import { createFhirDriver } from '../driver.ts';
import { createUndiciTransport } from '../transports/undici.ts';
import type { Habits } from './manner.ts';
import { hurryingClock } from './manner-harness.ts';
import { type MannerServer, startMannerServer } from './manner-server.ts';
import { mannerOf } from './manners.ts';

/** The driver, connected to a small server, which can be looked into. */
export interface SystemAndServer {
  readonly system: CareSystem;
  readonly server: MannerServer;
  close(): Promise<void>;
}

/** A server with manners of the table, by name, and habits that only one test needs. */
export async function systemWith(
  names: readonly string[],
  habits: readonly Habits[] = [],
): Promise<SystemAndServer> {
  const only = habits.map((each) => ({ ...mannerOf('minimal'), name: 'of this test', of: () => each }));
  const server = await startMannerServer([...names.map(mannerOf), ...only]);
  const transport = createUndiciTransport();
  const system = createFhirDriver({
    areas: FHIR_AREAS,
    ...{ profile: server.profile, transport, clock: hurryingClock() },
  });
  await system.connect();
  return {
    system,
    server,
    async close() {
      await system.close();
      await server.close();
    },
  };
}
