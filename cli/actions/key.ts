import process from 'node:process';
import { fingerprintOf, newKeys, publicKeyIn } from '../../evidence/signing.ts';
import { writeNew } from '../write-new.ts';

/** As commander hands them over. */
export interface KeyOptions {
  readonly out: string;
  /** Makes a key to sign in with instead. */
  readonly jwks?: 'RS384' | 'ES384';
  readonly json?: boolean;
}

/** `genrep key`: a pair of keys in two new files; one that is there is never written over. */
export async function makeKey({ out, json }: Omit<KeyOptions, 'jwks'>): Promise<void> {
  const { privateKey, publicKey } = newKeys();
  const beside = `${out}.pub`;
  await writeNew(out, privateKey, 0o600);
  await writeNew(beside, publicKey, 0o644);
  const fingerprint = fingerprintOf(publicKeyIn(publicKey));
  process.stdout.write(
    json
      ? `${JSON.stringify({ privateKey: out, publicKey: beside, fingerprint })}\n`
      : `Hemlig nyckel ${out}, bara för den som signerar.\nÖppen nyckel  ${beside}, för den som kontrollerar: ${fingerprint}\n`,
  );
}
