import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './errors.ts';
import { type Finding, finding } from './finding.ts';

/** A file that a run kept, and its hash where it was taken. */
export interface KeptFile {
  readonly file: string;
  readonly sha256?: string | undefined;
}

/** SHA-256 of a file, as hex. */
export const sha256OfFile = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** Which of the files that a run kept are gone, or are other files now. */
export function checkAttachments(runFolder: string, attachments: readonly KeptFile[]): Finding[] {
  return attachments.flatMap(({ file, sha256 }) => {
    if (sha256 === undefined || sha256 === hashOrNothing(join(runFolder, file))) return [];
    return [{ ...finding('other-attachment', { line: 1, offset: 0 }), file }];
  });
}

function hashOrNothing(path: string): string | undefined {
  try {
    return sha256OfFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
