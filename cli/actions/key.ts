import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { errorCode } from '../../evidence/errors.ts';
import { fingerprintOf, newKeys, publicKeyIn } from '../../evidence/signing.ts';

/** As commander hands them over. */
export interface KeyOptions {
  readonly out: string;
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

async function writeNew(file: string, content: string, mode: number): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx', mode });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new InputError(`Det går inte att skriva ${file}.`);
    throw new InputError(`${file} finns redan; en nyckel skrivs aldrig över. Välj ett annat namn med --out.`);
  }
}
