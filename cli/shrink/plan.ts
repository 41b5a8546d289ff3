import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { EvidenceError } from '../../evidence/errors.ts';

/** What a shrinking set out to do; it stands in its folder. */
export interface ShrinkPlan {
  readonly version: 1;
  /** Folder of the red run, from the shrinking's own. */
  readonly run: string;
  /** Short runs at most. */
  readonly most: number;
  /** Only this one of its causes, from 1. */
  readonly cause?: number;
  /** Another profile than the run was made with. */
  readonly system?: string;
}

const PLAN_FILE = 'shrink-plan.json';

export async function beginShrinking(folder: string, plan: ShrinkPlan): Promise<void> {
  const file = path.join(folder, PLAN_FILE);
  if (existsSync(file))
    throw new InputError(
      `I ${folder} står redan en krympning; fortsätt den med --resume, eller ange en annan mapp.`,
    );
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(plan, null, 1)}\n`);
}

/** @throws EvidenceError where there is none */
export async function goOnShrinking(folder: string): Promise<ShrinkPlan> {
  const file = path.join(folder, PLAN_FILE);
  if (!existsSync(file))
    throw new EvidenceError('not-evidence', `I ${folder} finns ingen krympning (${PLAN_FILE}).`);
  return JSON.parse(await readFile(file, 'utf8'));
}
