import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signature } from '../domain/decision.ts';
import { EvidenceError, errorCode } from './errors.ts';
import { HEAD_FILE } from './files.ts';
import { isSignatureOf, type Signer } from './signing.ts';

const HEAD_VERSION = 1;

/** What a journal is known to hold, kept outside it: whoever has this sees when the end was cut or all written anew. */
export interface JournalHead {
  /** Of which run; of which stage where decisions are kept. */
  readonly of: string;
  readonly records: number;
  /** Hash of the last of them. */
  readonly hash: string;
}

/** As it lies on the disk. */
export interface SignedHead extends JournalHead {
  readonly headVersion: number;
  readonly signature?: Signature;
}

/** Writes the head of a journal; it is either the old one or the new one, never half of either. */
export async function writeHead(folder: string, head: JournalHead, signer?: Signer): Promise<void> {
  const signed: SignedHead = {
    headVersion: HEAD_VERSION,
    ...head,
    ...(signer === undefined ? {} : { signature: signer(textOf(head)) }),
  };
  const path = join(folder, HEAD_FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(signed, undefined, 2)}\n`);
  await rename(`${path}.new`, path);
}

/**
 * The head beside a journal; undefined when there is none. Throws {@link EvidenceError} for one of a newer Genrep;
 * 'damaged' for a file that is no head.
 */
export async function readHead(folder: string): Promise<SignedHead | 'damaged' | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, HEAD_FILE), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const head = headIn(text);
  if (head !== undefined && head.headVersion > HEAD_VERSION) {
    throw new EvidenceError(
      'newer-version',
      `${HEAD_FILE} är skriven av ett nyare Genrep. Uppdatera Genrep.`,
    );
  }
  return head ?? 'damaged';
}

/** Whether the signature of a head is of this very head. */
export const isTrulySigned = ({ signature, ...head }: SignedHead): boolean =>
  signature !== undefined && isSignatureOf(textOf(head), signature);

/** What is signed; the name says what it is, so that it can be taken for nothing else. */
const textOf = ({ of, records, hash }: JournalHead): string =>
  JSON.stringify({ signs: 'genrep journal head', version: HEAD_VERSION, of, records, hash });

/** Only the very bytes that were written are a head: nothing may be hidden between them. */
function headIn(text: string): SignedHead | undefined {
  let value: Partial<SignedHead>;
  try {
    value = Object(JSON.parse(text));
  } catch {
    return undefined;
  }
  const { headVersion, of, records, hash, signature } = value;
  if (typeof headVersion !== 'number' || typeof of !== 'string' || typeof records !== 'number')
    return undefined;
  if (typeof hash !== 'string') return undefined;
  if (headVersion > HEAD_VERSION) return { headVersion, of, records, hash };
  const { publicKey, signature: bytes } = signature ?? {};
  const signed = typeof publicKey === 'string' && typeof bytes === 'string';
  const head = {
    headVersion,
    of,
    records,
    hash,
    ...(signed ? { signature: { publicKey, signature: bytes } } : {}),
  };
  return `${JSON.stringify(head, undefined, 2)}\n` === text ? head : undefined;
}
