import { importPKCS8, SignJWT } from 'jose';
import { SystemError } from '../../care-system.ts';
import type { PrivateKeySignIn } from '../../sign-in-profile.ts';
import { askForToken, type SignInStrategy, type TokenAsking } from './strategy.ts';

/** SMART lets an assertion live for five minutes at the most; it is used at once. */
const LIFETIME_SECONDS = 120;

/**
 * SMART Backend Services: each token is asked for with a JWT of its own, signed with the client's key.
 * https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html
 * @param now epoch milliseconds
 */
export function privateKeyStrategy(
  { tokenEndpoint, clientId, key, keyId, algorithm, audience = tokenEndpoint, scope }: PrivateKeySignIn,
  asking: TokenAsking,
  now: () => number,
): SignInStrategy {
  let imported: ReturnType<typeof importPKCS8> | undefined;

  function signingKey(): ReturnType<typeof importPKCS8> {
    imported ??= importPKCS8(key.trim(), algorithm).catch((cause: unknown) => {
      throw new SystemError(
        'sign-in',
        `Nyckeln i signIn.key går inte att signera ${algorithm} med; den ska vara en privat nyckel i PEM (PKCS #8), som "genrep key --jwks ${algorithm}" gör en.`,
        { cause },
      );
    });
    return imported;
  }

  async function assertion(): Promise<string> {
    const seconds = Math.floor(now() / 1_000);
    return new SignJWT()
      .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(audience)
      .setJti(crypto.randomUUID())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFETIME_SECONDS)
      .sign(await signingKey());
  }

  return {
    ask: async () =>
      askForToken(asking, tokenEndpoint, {
        grant_type: 'client_credentials',
        scope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(),
      }),
    keys: () => ['clientId', 'key', 'keyId', 'algorithm'],
    accounts: [clientId],
  };
}
