import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GateDecision } from '../domain/decision.ts';
import type { FirstWeeks } from '../domain/first-weeks.ts';
import { readDecisions } from '../evidence/decisions.ts';
import { EvidenceError } from '../evidence/errors.ts';
import { firstWeeksIn } from '../scenarios/load-first-weeks.ts';
import type { FixedRules, WeekDecisions } from '../weeks/measure/stop-rules.ts';
import { momentIn } from '../weeks/swedish-time.ts';

/** What decisions on the first weeks have for a gate. */
export const OF_WEEKS = 'first-weeks';

/**
 * What people have decided of a stage's first weeks: the rules that were fixed last before the start, signed, as the copy of the
 * plan that lies beside the decision has them; what was fixed later; and the courses. An unsigned course is hearsay, and left
 * out as an unsigned fixing is.
 */
export async function readWeekDecisions(plan: FirstWeeks, folder: string): Promise<WeekDecisions> {
  const own = (await readDecisions(folder)).filter(
    (decision): decision is GateDecision =>
      decision.kind !== 'approval' && decision.stage === plan.stage && decision.signature !== undefined,
  );
  const start = momentIn(plan.start) ?? 0;
  const fixings = own.filter(({ kind }) => kind === 'stop-rules');
  const inTime = fixings.filter(({ at }) => Date.parse(at) < start);
  const last = inTime.at(-1);
  return {
    ...(last === undefined ? {} : { fixed: await rulesOf(folder, last) }),
    late: fixings.filter((decision) => !inTime.includes(decision)),
    courses: own.filter(({ kind }) => kind === 'course'),
  };
}

async function rulesOf(folder: string, decision: GateDecision): Promise<FixedRules> {
  const { attachment } = decision;
  const untrue = (what: string): EvidenceError =>
    new EvidenceError(
      'damaged',
      `Stoppreglerna som fastställdes ${decision.at} går inte att lita på: ${what}.`,
    );
  if (attachment === undefined) throw untrue('ingen plan ligger bredvid beslutet');
  const text = await readFile(path.join(folder, attachment.file), 'utf8');
  const fixed = firstWeeksIn(attachment.file, text);
  if (fixed.rulesHash !== decision.rulesHash) throw untrue('planen bredvid beslutet har andra regler');
  return { decision, rules: fixed.stopRules };
}
