import path from 'node:path';
import process from 'node:process';
import type { Course } from '../../../domain/first-weeks.ts';
import { InputError } from '../../../domain/input-error.ts';
import { addDecision } from '../../../evidence/decisions.ts';
import { loadFirstWeeks } from '../../../scenarios/load-first-weeks.ts';
import { loadStage } from '../../../scenarios/load-stage.ts';
import { decisionsFolder } from '../../run-folder.ts';
import { readSigningKey, type SigningKey } from '../../signing-key.ts';
import { OF_WEEKS } from '../../week-decisions.ts';
import { writeWeeks } from './show.ts';

/** As commander hands them over. */
export interface DecideOptions {
  readonly plan: string;
  readonly by: string;
  readonly reason: string;
  readonly sign?: string;
  readonly decisions?: string;
  readonly json?: true;
}

/** `genrep weeks fix`: the stop rules as they stand are what will count, with a copy of the plan beside the decision. */
export async function fixStopRules(name: string, options: Omit<DecideOptions, 'plan'>): Promise<void> {
  const { plan, file } = loadFirstWeeks(name);
  await writeDown(plan, { kind: 'stop-rules' }, file, options);
}

/** `genrep weeks decide`: which course is taken, with what was known when it was taken beside the decision. */
export async function decideCourse(
  course: Course,
  places: readonly string[],
  { plan: name, ...options }: DecideOptions,
): Promise<void> {
  const { plan } = loadFirstWeeks(name);
  const { page } = await writeWeeks(places, { plan: name, every: 0, ...kept(options) });
  await writeDown(plan, { kind: 'course', course }, path.join(path.dirname(page), 'weeks.json'), options);
}

const kept = ({ decisions }: { readonly decisions?: string }) =>
  decisions === undefined ? {} : { decisions };

type Said = { readonly kind: 'stop-rules' } | { readonly kind: 'course'; readonly course: Course };

async function writeDown(
  { stage: stageName, rulesHash }: { readonly stage: string; readonly rulesHash: string },
  said: Said,
  attachment: string,
  { by, reason, sign, decisions, json }: Omit<DecideOptions, 'plan'>,
): Promise<void> {
  if (by.trim() === '' || reason.trim() === '')
    throw new InputError('--by och --reason får inte vara tomma.');
  const { signer } = keyFrom(sign);
  const stage = loadStage(stageName);
  const folder = decisionsFolder(stage.name, decisions);
  const draft = {
    ...{ stage: stage.name, gate: OF_WEEKS, ...said, by: by.trim(), reason: reason.trim() },
    ...{ at: new Date().toISOString(), stageHash: stage.hash, gateHash: rulesHash, rulesHash },
  };
  const decision = await addDecision(folder, draft, { attachment, signer });
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ folder, ...decision })}\n`
      : `Nedskrivet, signerat: ${by} i ${path.relative(process.cwd(), folder)}, regler ${rulesHash.slice(0, 12)}\n`,
  );
}

/** Rules and courses that nobody signed are hearsay, and would count for nothing when they are read. */
function keyFrom(sign: string | undefined): SigningKey {
  const key = readSigningKey(sign);
  if (key === undefined)
    throw new InputError(
      'Beslut om de första veckorna signeras; ange en nyckel med --sign (gör en med "genrep key").',
    );
  return key;
}
