import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Approval, ApprovalSubject, ApproverRole } from '../../domain/approval.ts';
import { InputError } from '../../domain/input-error.ts';
import { addDecision, readDecisions } from '../../evidence/decisions.ts';
import { approvalsPage } from '../../reports/approvals/page.ts';
import { approvalsText } from '../../reports/approvals/text.ts';
import { KINDS } from '../../reports/approvals/words.ts';
import { loadApprovalRules, mayApprove, roleNamed } from '../../scenarios/approval/load-approval-rules.ts';
import { subjectsNamed } from '../../scenarios/approval/subjects.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { decisionsFolder } from '../run-folder.ts';
import { readSigningKey } from '../signing-key.ts';
import { approvableIn, readApprovals } from '../stage-approvals.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface ApproveOptions {
  readonly by?: string;
  readonly role?: string;
  readonly reason?: string;
  readonly reject?: true;
  readonly sign?: string;
  readonly decisions?: string;
  readonly json?: true;
}

/** `genrep approve`: a clinical role stands for what it has read; and how everything of the stage stands. */
export async function approve(
  stageName: string,
  what: readonly string[],
  options: ApproveOptions,
): Promise<void> {
  const stage = loadStage(stageName);
  const subjects = approvableIn(stage, await writtenFlows());
  const chosen = [...new Set(what.flatMap((name) => subjectsNamed(name, subjects)))];
  const folder = decisionsFolder(stage.name, options.decisions);
  const said = { stage: stage.name, stageHash: stage.hash };
  const decisions = chosen.length === 0 ? [] : await write(folder, said, chosen, options);
  const now = Date.now();
  const register = await readApprovals(stage, subjects, now, await readDecisions(folder));
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'approvals.html');
  await writeFile(page, approvalsPage(register, stage.title));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ folder, decisions, ...register })}\n`
      : `${decisions.map(told).join('')}${approvalsText(register)}\n${page}\n`,
  );
}

/** All of them or none: what one may not approve is said before anything is written. */
async function write(
  folder: string,
  said: Pick<Approval, 'stage' | 'stageHash'>,
  chosen: readonly ApprovalSubject[],
  { by = '', role: roleName = '', reason = '', reject, sign }: ApproveOptions,
): Promise<Approval[]> {
  if (by.trim() === '' || reason.trim() === '' || roleName.trim() === '') {
    throw new InputError('Säg vem som godkänner, i vilken roll och varför: --by, --role och --reason.');
  }
  const role = roleNamed(roleName, loadApprovalRules());
  for (const subject of chosen) requireRight(role, subject);
  const key = readSigningKey(sign);
  const written: Approval[] = [];
  for (const { kind, id, content, hash } of chosen) {
    const decision: Approval = await addDecision(
      folder,
      {
        ...said,
        kind: 'approval' as const,
        verdict: reject === true ? ('fail' as const) : ('pass' as const),
        role: role.id,
        subject: { kind, id },
        content,
        contentHash: hash,
        by: by.trim(),
        at: new Date().toISOString(),
        reason: reason.trim(),
      },
      key === undefined ? {} : { signer: key.signer },
    );
    written.push(decision);
  }
  return written;
}

function requireRight(role: ApproverRole, subject: ApprovalSubject): void {
  if (mayApprove(role, subject)) return;
  throw new InputError(
    `${role.sv} får inte godkänna ${KINDS[subject.kind].sv} ${subject.id} i klass ${subject.safetyClass}; scenarios/approval.yaml säger vilka som får.`,
  );
}

const told = ({ verdict, subject, by, signature }: Approval): string =>
  `Nedskrivet, ${signature === undefined ? 'osignerat (räknas inte förrän det är signerat, --sign)' : 'signerat'}: ${by} ${verdict === 'pass' ? 'godkänner' : 'underkänner'} ${subject.id}\n`;
