import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Signature } from '../domain/decision.ts';
import { EvidenceError } from './errors.ts';

/** Signs with one private key; Ed25519 (RFC 8032). */
export type Signer = (text: string) => Signature;

/** A new pair of keys, as PEM (PKCS #8 and SPKI). */
export function newKeys(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** A signer of a private key in PEM. Throws {@link EvidenceError} for anything else than an Ed25519 key. */
export function signerOf(pem: string): Signer {
  const key = keyIn(() => createPrivateKey(pem), 'Signeringsnyckeln');
  const publicKey = textOf(createPublicKey(key));
  return (text) => ({ publicKey, signature: sign(null, Buffer.from(text), key).toString('base64') });
}

/** The public key in a PEM or in the base64 that stands in a signature, in the latter form. */
export function publicKeyIn(text: string): string {
  const trimmed = text.trim();
  const key = trimmed.startsWith('-----')
    ? keyIn(() => createPublicKey(trimmed), 'Den öppna nyckeln')
    : keyIn(() => publicKeyFrom(trimmed), 'Den öppna nyckeln');
  return textOf(key);
}

/** Whether the one with the key signed exactly this text. */
export function isSignatureOf(text: string, { publicKey, signature }: Signature): boolean {
  try {
    const key = publicKeyFrom(publicKey);
    const bytes = Buffer.from(signature, 'base64');
    // There is more than one way to write the same bytes; only one is what was written.
    const asWritten = textOf(key) === publicKey && bytes.toString('base64') === signature;
    return asWritten && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false; // What stands for the key is none.
  }
}

/** A public key in the form that people compare: 'SHA256:…', as OpenSSH has it. */
export const fingerprintOf = (publicKey: string): string =>
  `SHA256:${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64').replace(/=+$/, '')}`;

const textOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

const publicKeyFrom = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });

function keyIn(read: () => KeyObject, what: string): KeyObject {
  const wrong = `${what} är ingen Ed25519-nyckel; gör en med "genrep key".`;
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new EvidenceError('bad-key', wrong, { cause });
  }
  throw new EvidenceError('bad-key', wrong);
}
