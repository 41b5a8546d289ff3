import process from 'node:process';
import { EXIT } from '../../domain/verdict.ts';
import { verifyJournal } from '../../evidence/verify.ts';
import { findRun } from '../run-folder.ts';

const ENDINGS = {
  complete: 'avslutad',
  interrupted: 'avbruten av användaren',
  killed: 'avbruten utan slutpost',
} as const;

/** `genrep verify`: whole and unchanged, or each place where it is not. */
export async function verifyRun(run: string): Promise<void> {
  const { intact, records, ending, findings, head } = await verifyJournal(findRun(run));
  for (const { line, sv } of findings) process.stdout.write(`evidence.ndjson:${line}: ${sv}\n`);
  const verdict = intact ? 'Underlaget är helt och oförändrat' : 'Underlaget är skadat eller ändrat';
  process.stdout.write(`${verdict}: ${records} poster, körningen ${ENDINGS[ending]}, sista hash ${head}\n`);
  process.exitCode = intact ? EXIT.pass : EXIT.fail;
}
