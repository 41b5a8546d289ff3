import process from 'node:process';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { writeNew } from '../write-new.ts';

export interface SignInKeyOptions {
  readonly out: string;
  readonly jwks: 'RS384' | 'ES384';
  readonly json?: boolean;
}

/** `genrep key --jwks ALG`: a key that robots sign in with, and the JWKS that the system is given. */
export async function makeSignInKey({ jwks: algorithm, out, json }: SignInKeyOptions): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, {
    extractable: true,
    modulusLength: 3072,
  });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const beside = `${out}.jwks.json`;
  const set = { keys: [{ ...jwk, kid, alg: algorithm, use: 'sig', key_ops: ['verify'] }] };
  await writeNew(out, `${(await exportPKCS8(privateKey)).trim()}\n`, 0o600);
  await writeNew(beside, `${JSON.stringify(set, undefined, 2)}\n`, 0o644);
  if (json) {
    process.stdout.write(`${JSON.stringify({ privateKey: out, jwks: beside, keyId: kid, algorithm })}\n`);
    return;
  }
  process.stdout.write(
    `Hemlig nyckel ${out}, bara för robotarna; lägg den utanför versionshanteringen.\n` +
      `JWKS          ${beside}, att ge till systemet när klienten registreras.\n\n` +
      `I systemprofilen, under signIn:\n  method: private-key-jwt\n  key: ${out}\n  keyId: ${kid}\n  algorithm: ${algorithm}\n`,
  );
}
