import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { consentOf } from '../lab/pages/consent.ts';
import { stateAfter } from '../lab/state.ts';
import type { RunHistory } from '../reports/history.ts';
import { afterActionPage } from '../reports/html/after-action.ts';

/** Writes the report beside the others of its run; nothing of a run that was no lab, or that nobody came to. */
export async function writeAfterAction(
  folder: string,
  history: RunHistory,
  robots: readonly RunHistory[] = [],
): Promise<string | undefined> {
  const consent = consentOf(stateAfter(history.lab ?? []).consent);
  const page = afterActionPage(history, { consent, ...(robots.length === 0 ? {} : { robots }) });
  if (page === undefined) return undefined;
  const file = path.join(folder, 'report', 'after-action.html');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, page);
  return file;
}
