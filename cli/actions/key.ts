import process from 'node:process';
import { fingerprintOf, newKeys, publicKeyIn } from '../../evidence/signing.ts';
import { writeNew } from '../write-new.ts';

/** As commander hands them over. */
export interface KeyOptions {
  readonly out: string;
  /** Makes a key to sign in with instead. */
  readonly jwks?: 'RS384' | 'ES384';
}

/** `genrep key`: a pair of keys in two new files; one that is there is never written over. */
export async function makeKey({ out }: KeyOptions): Promise<void> {
  const { privateKey, publicKey } = newKeys();
  const beside = `${out}.pub`;
  await writeNew(out, privateKey, 0o600);
  await writeNew(beside, publicKey, 0o644);
  process.stdout.write(
    `Hemlig nyckel ${out}, bara för den som signerar.\nÖppen nyckel  ${beside}, för den som kontrollerar: ` +
      `${fingerprintOf(publicKeyIn(publicKey))}\n`,
  );
}
