import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { EXIT, type ExitCode } from '../../domain/verdict.ts';
import { fingerprintOf } from '../../evidence/signing.ts';
import { type Verification, verifyJournal } from '../../evidence/verify.ts';
import { findRun } from '../run-folder.ts';

/** As commander hands them over. */
export interface VerifyCommandOptions {
  readonly head?: string;
  readonly publicKey?: string;
  readonly json?: true;
}

const ENDINGS = {
  complete: 'avslutad',
  interrupted: 'avbruten av användaren',
  killed: 'avbruten utan slutpost',
} as const;

/** `genrep verify`: whole and unchanged, or each place where it is not. */
export async function verifyRun(run: string, { head, publicKey, json }: VerifyCommandOptions): Promise<void> {
  const verification = await verifyJournal(findRun(run), {
    ...(head === undefined ? {} : { head }),
    ...(publicKey === undefined ? {} : { publicKey: await read(publicKey) }),
  });
  process.stdout.write(json ? `${JSON.stringify(told(verification))}\n` : textOf(verification));
  process.exitCode = exitCodeOf(verification);
}

/** The key as people compare it. */
const told = ({ signedBy, ...verification }: Verification): object => ({
  ...verification,
  ...(signedBy === undefined ? {} : { signedBy: fingerprintOf(signedBy) }),
});

function textOf(verification: Verification): string {
  const { intact, records, ending, findings, head } = verification;
  const verdict = intact ? 'Underlaget är helt och oförändrat' : 'Underlaget är skadat eller ändrat';
  const lines = [
    ...findings.map(({ file, line, sv }) => `${file}:${line}: ${sv}`),
    `${verdict}: ${records} poster, körningen ${ENDINGS[ending]}, sista hash ${head}`,
    ...remarks(verification),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was vouched for, and by whom. */
function remarks({ torn, records, anchored, signedBy, intact }: Verification): string[] {
  const said: string[] = [];
  if (torn !== undefined) {
    said.push(
      `Körningen dog mitt i en post: ${torn.bytes} byte efter post ${records} räknas inte. Det är ingen manipulation.`,
    );
  }
  if (intact && anchored < records) {
    said.push(
      `Post ${anchored + 1}–${records} kom till efter den sista förankringen; att ingen annan lagt till dem styrks inte.`,
    );
  }
  said.push(
    signedBy === undefined
      ? 'Körningen är osignerad: den som kan skriva i mappen kan ha skrivit om alltihop.'
      : `Signerad med nyckeln ${fingerprintOf(signedBy)}, till och med post ${anchored}.`,
  );
  return said;
}

function exitCodeOf({ intact, ending, anchored, records }: Verification): ExitCode {
  if (!intact) return EXIT.fail;
  return ending === 'complete' && anchored > 0 && anchored < records ? EXIT.inconclusive : EXIT.pass;
}

const read = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new InputError(`Den öppna nyckeln ${file} går inte att läsa.`);
  });
