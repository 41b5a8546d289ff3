import { exportJWK, exportPKCS8, generateKeyPair, type JWK } from 'jose';

/** A key that a client signs in with, and its public half as a provider knows it. */
export async function newSignInKey(
  algorithm: 'RS384' | 'ES384',
): Promise<{ readonly privateKey: string; readonly jwk: JWK & { readonly kid: string } }> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'nyckel-1', alg: algorithm, use: 'sig' };
  return { privateKey: await exportPKCS8(privateKey), jwk };
}
