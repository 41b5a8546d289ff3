import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CareSystem } from '../../care-system.ts';
import type { Harness } from '../../contract/harness.ts';
import { createFhirDriver } from '../../fhir-r4/driver.ts';
import { createUndiciTransport } from '../../fhir-r4/transports/undici.ts';
import type { SystemProfile } from '../../profile.ts';
import { AREAS, FHIR_AREAS } from '../../testing/areas.ts';
import { person, UNITS } from '../../testing/people.ts';
import { createReferenceUiDriver } from '../driver.ts';
import { type LiveReference, startLiveReference } from './live-reference.ts';

/** A reference environment with the driver of its pages on it; one server and one browser. */
export interface UiHarness extends Harness {
  readonly reference: LiveReference;
  readonly recordings: string;
  /** The same environment through FHIR, for what must be looked at without the pages. */
  readonly api: CareSystem;
}

export const profileOf = ({ fhir, ui, tokenEndpoint, password }: LiveReference): SystemProfile => ({
  name: 'reference',
  environment: 'test',
  fhir,
  ui: { address: ui, driver: 'reference-ui' },
  signIn: {
    method: 'password',
    tokenEndpoint,
    clientId: 'genrep-robot',
    password,
    staff: '{role}.{unit}.{shift}',
    patient: '{identifier}',
    registry: 'registry',
  },
});

export async function openUiHarness(options: {
  /** Serial number of the first person of this harness, so that none meets another's. */
  readonly firstPerson: number;
  /** Whether recordings are to show the pages. */
  readonly pageSnapshots?: boolean;
}): Promise<UiHarness> {
  const { firstPerson, pageSnapshots = false } = options;
  const reference = await startLiveReference();
  const recordings = await mkdtemp(join(tmpdir(), 'genrep-recordings-'));
  const profile = profileOf(reference);
  const clock = { now: Date.now, pause: (milliseconds: number) => pause(milliseconds) };
  const api = createFhirDriver({ areas: FHIR_AREAS, profile, clock, transport: createUndiciTransport() });
  const system = createReferenceUiDriver({
    areas: await AREAS.pages(),
    profile,
    register: api,
    recordings,
    pageSnapshots,
  });
  await system.connect();
  let serial = firstPerson;
  return {
    reference,
    recordings,
    api,
    system,
    clock,
    units: UNITS,
    patience: 3_000,
    patient: (protectedIdentity) => person(serial++, protectedIdentity),
    async close() {
      await system.close();
      await reference.close();
      await rm(recordings, { recursive: true, force: true });
    },
  };
}
