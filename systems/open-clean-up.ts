import { InputError } from '../domain/input-error.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import { ANSWER_TIMEOUT } from './care-system.ts';
import { type Leftovers, leftoversOf, markedOf, type Written } from './clean-up/leftovers.ts';
import { type Removal, removed } from './clean-up/removal.ts';
import { createClient } from './fhir-r4/client.ts';
import type { FhirArea } from './fhir-r4/handler.ts';
import { dialectsOf } from './fhir-r4/mapping/dialect.ts';
import { createProfileExchange } from './fhir-r4/profile-exchange.ts';
import { fhirVocabulary } from './fhir-r4/vocabulary.ts';
import { Waits } from './fhir-r4/waiting.ts';
import { meansOf } from './means-of.ts';
import type { SystemProfile } from './profile.ts';
import { completed } from './sign-in-files.ts';

/** The way into a system for whoever tidies up after a run. */
export interface CleanUp {
  /** All that the run wrote and that is there. */
  find(written: Written): Promise<Leftovers>;
  /** Removes it, and looks whether it is gone. */
  remove(reference: string): Promise<Removal>;
  /** What the system's lists still show of the run when they have had their time. */
  shown(written: Written): Promise<Leftovers>;
  close(): Promise<void>;
}

/** As long as lists may lag behind what they list; an assumption. */
const LISTS_LAG: Milliseconds = 5 * SECOND;
const PAUSE: Milliseconds = 500;

/** Signed in as whoever brings records in. Sends nothing yet; a profile without a FHIR address is an {@link InputError}. */
export function openCleanUp(given: SystemProfile, areas: readonly FhirArea[], clock: Timekeeper): CleanUp {
  const profile = completed(given);
  if (profile.fhir === undefined) {
    throw new InputError(
      `Systemprofilen ${profile.name} saknar "fhir", adressen som städningen letar genom.`,
    );
  }
  const { transport, inBrowser } = meansOf(profile);
  const { exchange, accounts } = createProfileExchange({
    profile,
    transport,
    inBrowser,
    now: () => clock.now(),
    timeout: ANSWER_TIMEOUT,
    waits: new Waits(clock),
  });
  const dialect = profile.mapping === undefined ? undefined : dialectsOf(profile.mapping).of();
  const client = createClient(exchange, accounts.migration, undefined, undefined, dialect);
  const vocabulary = fhirVocabulary(areas);
  return {
    find: (written) => leftoversOf(client, vocabulary, written),
    remove: (reference) => removed(client, reference, vocabulary),
    async shown(written) {
      for (let left = LISTS_LAG; ; left -= PAUSE) {
        const shown = await markedOf(client, vocabulary, written);
        if (left <= 0 || !shown.found.some(({ made }) => made)) return shown;
        await clock.pause(PAUSE);
      }
    },
    close: () => transport.close(),
  };
}
