import { readFileSync } from 'node:fs';
import process from 'node:process';
import { InputError } from '../domain/input-error.ts';
import { type Signer, signerOf } from '../evidence/signing.ts';

/** The variable that a private key, in PEM, may stand in. */
const VARIABLE = 'GENREP_SIGNING_KEY';

/** A key to sign with, and what of it must never be written anywhere. */
export interface SigningKey {
  readonly signer: Signer;
  readonly secrets: readonly string[];
}

/**
 * The key in a file, or in GENREP_SIGNING_KEY, which is then taken out of the environment so that no program that is
 * started inherits it; undefined when there is neither.
 */
export function readSigningKey(file: string | undefined): SigningKey | undefined {
  const pem = file === undefined ? process.env[VARIABLE] : read(file);
  delete process.env[VARIABLE];
  if (pem === undefined) return undefined;
  return { signer: signerOf(pem), secrets: pem.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line)) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InputError(`Nyckeln ${file} går inte att läsa; gör en med "genrep key".`);
  }
}
