import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Endpoints } from './endpoints.ts';

/** What an ID token is held against (OpenID Connect Core 1.0, 3.1.3.7). */
export interface Expected {
  readonly clientId: string;
  readonly nonce: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Clocks of two machines are never quite the same; an assumption. */
const TOLERANCE_SECONDS = 60;

/** What is wrong with the token, in words; undefined where nothing is. */
export async function wrongWith(
  idToken: unknown,
  { issuer }: Endpoints,
  { clientId, nonce, now }: Expected,
): Promise<string | undefined> {
  if (typeof idToken !== 'string') return 'svaret saknar id_token, som scope openid ger';
  let claims: JWTPayload;
  try {
    claims =
      issuer === undefined
        ? decodeJwt(idToken)
        : (
            await jwtVerify(idToken, createLocalJWKSet(issuer.keys), {
              issuer: issuer.name,
              audience: clientId,
              currentDate: new Date(now),
              clockTolerance: TOLERANCE_SECONDS,
            })
          ).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return `id_token godtas inte (${error.code})`;
    throw error;
  }
  if (![claims.aud].flat().includes(clientId)) return 'id_token är till en annan klient';
  return claims.nonce === nonce ? undefined : 'id_token bär en annan nonce än den som skickades';
}
