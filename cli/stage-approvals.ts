import type { ApprovalSubject } from '../domain/approval.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { Decision } from '../domain/decision.ts';
import type { Stage } from '../domain/stage.ts';
import { readDecisions } from '../evidence/decisions.ts';
import { type ApprovalRegister, approvalRegister } from '../reports/approvals/standing.ts';
import { loadApprovalRules } from '../scenarios/approval/load-approval-rules.ts';
import { subjectsOf } from '../scenarios/approval/subjects.ts';
import { loadHazards } from '../scenarios/load-hazards.ts';
import { decisionsFolder } from './run-folder.ts';

/** All that a stage rests on, as it now is. Throws InputError. */
export function approvableIn(stage: Stage, flows: readonly CareFlow[]): readonly ApprovalSubject[] {
  const { requirements } = stage;
  const { hazards } = loadHazards({ requirements: requirements.map(({ id }) => id), flows });
  return subjectsOf({ flows, requirements, hazards });
}

/** How all that a stage rests on stands with those who approve it. Throws InputError, and EvidenceError. */
export async function readApprovals(
  stage: Stage,
  subjects: readonly ApprovalSubject[],
  now: number,
  decisions?: readonly Decision[],
): Promise<ApprovalRegister> {
  const said = decisions ?? (await readDecisions(decisionsFolder(stage.name)));
  return approvalRegister(subjects, said, loadApprovalRules(), now);
}
