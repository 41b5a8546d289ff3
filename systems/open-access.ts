import type { Resource } from '@medplum/fhirtypes';
import { InputError } from '../domain/input-error.ts';
import type { Timekeeper } from '../domain/time.ts';
import { ANSWER_TIMEOUT, SystemError } from './care-system.ts';
import { type Account, type Accounts, patientsSignIn, toldApart } from './driver/account.ts';
import type { Exchange } from './fhir-r4/exchange.ts';
import { createProfileExchange } from './fhir-r4/profile-exchange.ts';
import type { TransportRequest } from './fhir-r4/transport.ts';
import { Waits } from './fhir-r4/waiting.ts';
import { meansOf } from './means-of.ts';
import type { SystemProfile } from './profile.ts';
import { completed } from './sign-in-files.ts';

/** One request as somebody, or as nobody. */
export interface AccessRequest {
  readonly method: TransportRequest['method'];
  /** Relative to the FHIR base. */
  readonly address: string;
  readonly body?: object;
  /** 'Patient/17' whom it is about, for whoever keeps a list of what was done; it is not sent. */
  readonly about?: string;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer as it came; nothing of it is believed or left out. */
export interface AccessAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: Resource | undefined;
  /** 'Type/id' of what was made, as its location says. */
  readonly made: string | undefined;
  /** Epoch milliseconds of Genrep's clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** The way into a system for whoever tries who may see and do what. */
export interface AccessDoor {
  readonly accounts: Accounts;
  /** Whether the system knows who of the staff is asking, and whether patients sign in as themselves. */
  readonly toldApart: boolean;
  readonly patientsSignIn: boolean;
  /** Whether nobody signs in at all. */
  readonly isOpen: boolean;
  send(account: Account | undefined, request: AccessRequest): Promise<AccessAnswer>;
  /**
   * The same door for those who ask for less than they may: 'Patient.rs' of the kind of scope that the profile's people have;
   * undefined where nobody asks for a scope.
   */
  narrowed(scope: string): NarrowedDoor | undefined;
  close(): Promise<void>;
}

interface NarrowedDoor {
  readonly send: AccessDoor['send'];
  /** What the system says that it granted, where it tells of resources at all. */
  granted(): Promise<readonly string[] | undefined>;
}

/** Sends nothing yet; a profile without a FHIR address is an {@link InputError}. */
export function openAccess(given: SystemProfile, clock: Timekeeper): AccessDoor {
  const profile = completed(given);
  if (profile.fhir === undefined)
    throw new InputError(
      `Systemprofilen ${profile.name} saknar "fhir", adressen som åtkomsten prövas genom.`,
    );
  const { transport, inBrowser } = meansOf(profile);
  const means = { transport, inBrowser, timeout: ANSWER_TIMEOUT, waits: new Waits(clock) };
  const now = () => clock.now();
  const { exchange, accounts } = createProfileExchange({ ...means, profile, now });
  const { signIn } = profile;
  return {
    accounts,
    toldApart: toldApart(signIn),
    patientsSignIn: signIn.method !== 'none' && patientsSignIn(signIn),
    isOpen: signIn.method === 'none',
    send: sender(exchange, clock),
    narrowed(scope) {
      if (signIn.method === 'none') return undefined;
      const asked = `${toldApart(signIn) ? 'user' : 'system'}/${scope}`;
      const less = createProfileExchange({
        ...means,
        profile: { ...profile, signIn: { ...signIn, scope: asked } },
        now,
      });
      return { send: sender(less.exchange, clock), granted: () => less.signIn.granted() };
    },
    close: () => transport.close(),
  };
}

/** Sends as somebody, and takes the answer as it comes. */
const sender =
  (exchange: Exchange, clock: Timekeeper): AccessDoor['send'] =>
  async (account, { method, address, body, headers }) => {
    const sentAt = clock.now();
    const response = await exchange(account, {
      ...{ method, address, name: `${method} ${address.split(/[/?]/)[0]}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(headers === undefined ? {} : { headers }),
    });
    const text = response.text();
    const location = /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)(\/_history\/.*)?$/.exec(
      response.header('location') ?? '',
    );
    const resource = resourceOf(text);
    return {
      ...{ status: response.status, text, body: resource, made: location?.[1] ?? nameOf(resource) },
      ...{ sentAt, answeredAt: clock.now() },
    };
  };

/** A 401 that another token did not mend is an answer here, and so is nothing but silence an error. */
export const isNoSignIn = (error: unknown): boolean =>
  error instanceof SystemError && error.kind === 'sign-in';

const nameOf = (resource: Resource | undefined): string | undefined =>
  resource?.id === undefined || resource.resourceType === 'OperationOutcome'
    ? undefined
    : `${resource.resourceType}/${resource.id}`;

function resourceOf(text: string): Resource | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // An answer that is no JSON has no resource; its status and text are judged as they are.
    return undefined;
  }
}
