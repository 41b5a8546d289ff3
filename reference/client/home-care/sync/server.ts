import type { Bundle, Resource } from '@medplum/fhirtypes';
import { Failure, isOperationOutcome, wordsOf } from '../../fhir/errors.ts';
import { renewed } from '../../session/oidc.ts';
import type { Kept } from '../kept/database.ts';
import { changeDevice, type Device, deviceIn } from '../kept/device.ts';
import { clockBehind } from './clock.ts';

/** There is no network, or nobody answers: of what was sent nothing is known. */
export class Unreachable extends Error {}

/** The sign-in no longer holds; what is kept stays until the same person has signed in again. */
export class SignedOut extends Error {}

/** Longer than any answer takes; a line that has gone silent is given up after it. */
const SILENCE = 15_000;

/** The care-information system as the signed-in person may use it from this device. */
export class Server {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** @throws Unreachable, SignedOut; Failure with the system's words where it says no */
  async ask<T extends Resource>(method: 'GET' | 'POST', path: string, body?: Resource): Promise<T> {
    const device = await deviceIn(this.#kept);
    let response = await this.#asked(device, method, path, body);
    if (response.status === 401)
      response = await this.#asked(await this.#renewed(device), method, path, body);
    if (response.status === 401) throw await this.#signedOut();
    const answer: unknown = await response.json().catch(lost);
    if (response.ok) return answer as T;
    throw new Failure(isOperationOutcome(answer) ? wordsOf(answer) : `${path}: ${response.status}`);
  }

  /** All pages of a search. */
  async all(path: string): Promise<readonly Resource[]> {
    const found: Resource[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: Bundle = await this.ask<Bundle>('GET', next);
      found.push(...(page.entry ?? []).flatMap(({ resource }) => resource ?? []));
      next = page.link?.find(({ relation }) => relation === 'next')?.url.replace(/^.*?\/fhir\//, '');
    }
    return found;
  }

  async #asked(
    { signIn }: Device,
    method: string,
    path: string,
    body: Resource | undefined,
  ): Promise<Response> {
    if (signIn?.holds !== true) throw new SignedOut();
    const asked = Date.now();
    const response = await fetch(path === '' ? '/fhir' : `/fhir/${path}`, {
      method,
      headers: {
        accept: 'application/fhir+json',
        authorization: `Bearer ${signIn.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
      },
      signal: AbortSignal.timeout(SILENCE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(lost);
    const behind = clockBehind(response.headers.get('date'), asked, Date.now());
    if (behind !== undefined) await changeDevice(this.#kept, { clockBehind: behind });
    return response;
  }

  /** The tokens that follow those that no longer hold. */
  async #renewed({ signIn }: Device): Promise<Device> {
    if (signIn?.refreshToken === undefined) throw await this.#signedOut();
    const tokens = await renewed(signIn.refreshToken).catch(async (error: unknown) => {
      throw error instanceof Failure && /: 4\d\d$/.test(error.message)
        ? await this.#signedOut()
        : lost(error);
    });
    return changeDevice(this.#kept, { signIn: { ...signIn, ...tokens } });
  }

  async #signedOut(): Promise<SignedOut> {
    const { signIn } = await deviceIn(this.#kept);
    if (signIn !== undefined) await changeDevice(this.#kept, { signIn: { ...signIn, holds: false } });
    return new SignedOut();
  }
}

function lost(cause: unknown): never {
  throw new Unreachable('No answer.', { cause });
}
