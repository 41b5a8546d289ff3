import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { Decision, DecisionAttachment } from '../domain/decision.ts';
import { checkChain } from './check-chain.ts';
import { checkHead } from './check-head.ts';
import schema from './decision.schema.json' with { type: 'json' };
import { EvidenceError, errorCode } from './errors.ts';
import { readHead, writeHead } from './head.ts';
import { continueJournalFile } from './journal-file.ts';
import { eventOf, GENESIS, sealRecord } from './record.ts';
import { isSignatureOf, type Signer } from './signing.ts';

/** Name of the journal of decisions in the folder of a stage's decisions. */
const DECISIONS_FILE = 'decisions.ndjson';

const validate = new Ajv().compile<Decision>(schema);

type Draft<D> = D extends Decision ? Omit<D, 'signature' | 'attachment'> : never;

/** A decision before anybody has signed it or its attachment has been put beside it. */
export type DecisionDraft = Draft<Decision>;

/**
 * All that people have said of a stage, oldest first; nothing when nobody has said anything. The journal has
 * the form of a run's: records with checksum and hash chain, a head beside it. Throws {@link EvidenceError} when
 * anything in it, a signature or an attachment is not what was written.
 */
export async function readDecisions(folder: string): Promise<Decision[]> {
  return (await readAll(folder)).decisions;
}

/** Writes down one more decision, and a copy of what is shown for it; the earlier ones are checked first. */
export async function addDecision<D extends DecisionDraft>(
  folder: string,
  draft: D,
  { attachment, signer }: { readonly attachment?: string; readonly signer?: Signer } = {},
): Promise<D & Pick<Decision, 'attachment' | 'signature'>> {
  await mkdir(folder, { recursive: true });
  const { decisions, hash: prev, tornFrom } = await readAll(folder);
  const shown = attachment === undefined ? {} : { attachment: await keep(folder, attachment) };
  const unsigned = { ...draft, ...shown };
  const decision = signer === undefined ? unsigned : { ...unsigned, signature: signer(textOf(unsigned)) };
  const records = decisions.length + 1;
  const at = Date.parse(draft.at);
  const { line, hash } = sealRecord({ seq: records, at, prev }, JSON.stringify(decision));
  const file = await continueJournalFile(path.join(folder, DECISIONS_FILE), tornFrom);
  try {
    await file.appendFile(line);
    await file.datasync();
  } finally {
    await file.close();
  }
  await writeHead(folder, { of: draft.stage, records, hash }, signer);
  return decision;
}

async function readAll(folder: string) {
  const content = await readFile(path.join(folder, DECISIONS_FILE)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const head = await readHead(folder);
  if (content.length === 0 && head === undefined)
    return { decisions: [], hash: GENESIS, tornFrom: undefined };
  const decisions: Decision[] = [];
  const chain = await checkChain(
    () => [content],
    (record) => decisions.push(eventOf(record) as Decision),
  );
  const [first] = [...chain.findings, ...checkHead(chain, head, {}).findings];
  if (first !== undefined) throw untrue(folder, `post ${first.line}: ${first.sv}`);
  for (const [index, decision] of decisions.entries()) await check(folder, decision, index + 1);
  return { decisions, hash: chain.head, tornFrom: chain.torn?.offset };
}

async function check(folder: string, decision: Decision, record: number): Promise<void> {
  if (!validate(decision)) throw untrue(folder, `post ${record} följer inte formatet`);
  const { signature, ...unsigned } = decision;
  if (signature !== undefined && !isSignatureOf(textOf(unsigned), signature)) {
    throw untrue(folder, `post ${record}: signaturen stämmer inte`);
  }
  const { attachment } = decision;
  if (attachment === undefined) return;
  const bytes = await readFile(path.join(folder, attachment.file)).catch(() => undefined);
  if (bytes === undefined) throw untrue(folder, `bilagan ${attachment.file} saknas`);
  if (sha256(bytes) !== attachment.sha256) throw untrue(folder, `bilagan ${attachment.file} är utbytt`);
}

/** A copy under a name that is what it holds, so that two with the same name can lie beside each other. */
async function keep(folder: string, file: string): Promise<DecisionAttachment> {
  const bytes = await readFile(file);
  const hash = sha256(bytes);
  const name = path.posix.join('attachments', `${hash.slice(0, 16)}${path.extname(file)}`);
  await mkdir(path.join(folder, 'attachments'), { recursive: true });
  await writeFile(path.join(folder, name), bytes);
  return { file: name, sha256: hash };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What is signed, fields in the order of their names. */
const textOf = (decision: DecisionDraft): string =>
  JSON.stringify({ signs: 'genrep decision', ...Object.fromEntries(Object.entries(decision).sort(byName)) });

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const untrue = (folder: string, what: string): EvidenceError =>
  new EvidenceError(
    'damaged',
    `Besluten i ${folder} går inte att lita på: ${what}. Återställ mappen från en säkerhetskopia.`,
  );
