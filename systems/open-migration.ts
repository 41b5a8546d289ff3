import { InputError } from '../domain/input-error.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import { createProfileExchange } from './fhir-r4/profile-exchange.ts';
import { meansOf } from './means-of.ts';
import type { SystemProfile } from './profile.ts';
import { completed } from './sign-in-files.ts';

/** One FHIR request of whoever brings records in; any answer is an answer. */
type MigrationRequest = (request: {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the base address; '' is the base itself. */
  readonly path: string;
  readonly body?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}) => Promise<{
  readonly status: number;
  /** By its name in lower case. */
  header(name: string): string | undefined;
  text(): string;
}>;

/** The way into a system for whole records, signed in as the profile says. */
export interface Migration {
  readonly request: MigrationRequest;
  close(): Promise<void>;
}

/** A transaction of hundreds of resources takes its time. */
const TIMEOUT: Milliseconds = 2 * MINUTE;

/** Sends nothing yet. A profile without a FHIR address is an {@link InputError}. */
export function openMigration(chosen: SystemProfile, now: () => number): Migration {
  const profile = completed(chosen);
  if (profile.fhir === undefined) {
    throw new InputError(
      `Systemprofilen ${profile.name} saknar "fhir", adressen som journaler laddas genom.`,
    );
  }
  const { transport, inBrowser } = meansOf(profile);
  const { exchange, accounts } = createProfileExchange({
    profile,
    transport,
    inBrowser,
    now,
    timeout: TIMEOUT,
  });
  return {
    request: ({ method, path, body, headers }) =>
      exchange(accounts.migration, {
        method,
        address: path,
        name: `${method} ${path.split(/[/?]/)[0] || 'transaction'}`,
        ...(body === undefined ? {} : { body }),
        ...(headers === undefined ? {} : { headers }),
      }),
    close: () => transport.close(),
  };
}
