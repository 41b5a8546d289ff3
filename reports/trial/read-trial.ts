import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TrialPlan } from '../../domain/trial.ts';
import { EvidenceError } from '../../evidence/errors.ts';
import { readEvidence } from '../../evidence/read.ts';
import { readHistory } from '../history.ts';
import { type JudgedCase, judgeCase, type NamedFinding } from './judge-case.ts';
import { type TrialResult, trialOf } from './trial.ts';

export const PLAN_FILE = 'trial-plan.json';

/** Where the environment notes each strike of a fault, in the folder of its case. */
export const STRIKES_FILE = 'strikes.txt';

export async function readPlan(folder: string): Promise<TrialPlan> {
  const file = path.join(folder, PLAN_FILE);
  if (!existsSync(file))
    throw new EvidenceError('not-evidence', `I ${folder} finns ingen prövning (${PLAN_FILE}).`);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** What a trial came to, from the evidence of its cases. Throws EvidenceError when one is missing or damaged. */
export async function readTrial(folder: string): Promise<TrialResult> {
  const plan = await readPlan(folder);
  const cases: JudgedCase[] = [];
  const requirements = new Map<string, { readonly id: string }>();
  const monitors = new Set<string>();
  for (const one of plan.cases) {
    const of = path.join(folder, one.name);
    const history = await readHistory(of);
    for (const { id } of history.started.stage.requirements) requirements.set(id, { id });
    cases.push(judgeCase(one, history, await findingsIn(of, monitors), await strikesIn(of)));
  }
  return trialOf(plan, cases, [...requirements.values()], [...monitors]);
}

async function strikesIn(folder: string): Promise<number> {
  const file = path.join(folder, STRIKES_FILE);
  return existsSync(file) ? (await readFile(file, 'utf8')).split('\n').length - 1 : 0;
}

/** What monitors found, equal causes once; those that judged are told. */
async function findingsIn(folder: string, monitors: Set<string>): Promise<NamedFinding[]> {
  const found: NamedFinding[] = [];
  for await (const { event } of readEvidence(folder)) {
    if (event.type !== 'monitored') continue;
    const { monitor, kind, findings } = event;
    monitors.add(monitor);
    found.push(...findings.map((finding) => ({ ...finding, monitor, kind })));
  }
  return found;
}
