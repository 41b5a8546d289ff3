import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../care-system.ts';
import type { Session } from './session-pool.ts';

/** Begins to record what happens in a session; costs little until it is kept. */
export async function beginRecording({ context, account }: Session, title: string): Promise<void> {
  await context.tracing.startChunk({ title: `${title} ${account}` });
}

/** Forgets what was recorded. */
export const forgetRecording = ({ context }: Session): Promise<void> => context.tracing.stopChunk();

/** Keeps what was recorded, and a picture of the page as it is now, in a folder. */
export async function keepRecording(
  { context, account, screen }: Session,
  folder: string,
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
  await context.tracing.stopChunk({ path: trace });
  attachments.push({
    title: `Inspelning: ${account}`,
    mediaType: 'application/vnd.allure.playwright-trace',
    path: trace,
  });
  return attachments;
}
