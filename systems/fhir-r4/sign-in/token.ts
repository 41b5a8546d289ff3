import { type Milliseconds, SECOND } from '../../../domain/time.ts';
import { SystemError } from '../../care-system.ts';
import type { Account } from '../../driver/account.ts';
import { listed } from '../../driver/words.ts';
import type { TransportResponse } from '../transport.ts';

/** A token is renewed this long before it runs out, so that it is not refused on its way. */
const MARGIN: Milliseconds = 30 * SECOND;
/** Where the system does not say; an assumption. */
const LIFETIME_SECONDS = 300;

export interface Token {
  readonly value: string;
  readonly authorization: string;
  /** What it may be used for, as OAuth writes it, where the system says so. */
  readonly scope: string | undefined;
  /** Epoch milliseconds. */
  readonly renewAt: number;
}

/**
 * The token in an answer; else a SystemError that says which keys of the profile to look at.
 * @param keys of the profile's signIn, that say who signs in
 * @param now epoch milliseconds
 */
export function tokenIn(
  response: TransportResponse,
  account: Account,
  keys: readonly string[],
  now: number,
): Token {
  const failed = (came: string, amend: readonly string[]) =>
    new SystemError('sign-in', `${account} kunde inte logga in: ${came}${adviceOf(amend)}.`);
  let value: unknown;
  let lifetime: unknown;
  try {
    value = response.pick('access_token');
    lifetime = response.pick('expires_in');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw failed(`systemet svarade ${response.status} med något annat än ett inloggningssvar`, [
      'tokenEndpoint',
    ]);
  }
  if (response.status !== 200) {
    // `error` is one of OAuth's few words; the description might repeat what was sent.
    const word = response.pick('error');
    const said = typeof word === 'string' ? `, ${word}` : '';
    throw failed(`systemet svarade ${response.status}${said}`, toAmend(response.status, word, keys));
  }
  if (typeof value !== 'string') throw failed('svaret saknar access_token', ['tokenEndpoint']);
  const seconds = typeof lifetime === 'number' ? lifetime : LIFETIME_SECONDS;
  const scope = response.pick('scope');
  return {
    value,
    authorization: `Bearer ${value}`,
    scope: typeof scope === 'string' ? scope : undefined,
    renewAt: now + Math.max(seconds * SECOND - MARGIN, (seconds * SECOND) / 2),
  };
}

function toAmend(status: number, word: unknown, keys: readonly string[]): readonly string[] {
  if (word === 'invalid_scope') return ['scope'];
  if (status >= 500) return [];
  return typeof word === 'string' ? keys : ['tokenEndpoint'];
}

const adviceOf = (keys: readonly string[]): string =>
  keys.length === 0
    ? ''
    : `; kontrollera ${listed(
        keys.map((key) => `signIn.${key}`),
        'och',
      )} i systemprofilen`;
