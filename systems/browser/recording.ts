import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment } from '../care-system.ts';
import { cleanTrace } from './clean-trace.ts';
import type { Session } from './session-pool.ts';

/** Begins to record what happens in a session; costs little until it is kept. */
export async function beginRecording({ context, account }: Session, title: string): Promise<void> {
  await context.tracing.startChunk({ title: `${title} ${account}` });
}

/** Forgets what was recorded. */
export const forgetRecording = ({ context }: Session): Promise<void> => context.tracing.stopChunk();

/** Where recordings are kept, and what makes JSON without secrets of what is in them. */
export interface RecordingPlace {
  readonly folder: string;
  readonly jsonOf: (value: unknown) => string;
}

/** Keeps what was recorded, and a picture of the page as it is now, in a folder. */
export async function keepRecording(
  { context, account, screen }: Session,
  { folder, jsonOf }: RecordingPlace,
): Promise<readonly Attachment[]> {
  await mkdir(folder, { recursive: true });
  const name = account.replaceAll(/[^\w.-]/g, '_');
  const attachments: Attachment[] = [];
  if (!screen.page.isClosed()) {
    const picture = join(folder, `${name}.png`);
    await screen.page.screenshot({ path: picture, fullPage: true });
    attachments.push({ title: `Skärmbild: ${account}`, mediaType: 'image/png', path: picture });
  }
  const trace = join(folder, `${name}.zip`);
  await writeFile(trace, cleanTrace(await stopRecording(context), jsonOf));
  attachments.push({
    title: `Inspelning: ${account}`,
    mediaType: 'application/vnd.allure.playwright-trace',
    path: trace,
  });
  return attachments;
}

/** What Playwright recorded, secrets and all: it never comes to lie where a run's files do. */
async function stopRecording(context: Session['context']): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'genrep-trace-'));
  try {
    const path = join(folder, 'trace.zip');
    await context.tracing.stopChunk({ path });
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
