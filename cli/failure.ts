import { InputError } from '../domain/input-error.ts';
import { EXIT, type ExitCode } from '../domain/verdict.ts';
import { EvidenceError, type EvidenceErrorKind } from '../evidence/errors.ts';
import { SeedError } from '../generators/seed/seed-client.ts';
import { SystemError } from '../systems/care-system.ts';
import { isInterruption, RunInterrupted } from './interruption.ts';
import { K6Missing } from './require-k6.ts';

/** How a command ends when it could not do its work: one sentence for a person, and the exit code. */
export interface Failure {
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

export function explain(error: unknown): Failure {
  if (error instanceof InputError) {
    return { sentence: error.message, exitCode: EXIT.badInput };
  }
  if (error instanceof EvidenceError) {
    return { sentence: error.message, exitCode: CANNOT_WRITE.has(error.kind) ? EXIT.broken : EXIT.badInput };
  }
  if (error instanceof K6Missing) return { sentence: error.message, exitCode: EXIT.inconclusive };
  if (error instanceof SystemError || error instanceof SeedError)
    return { sentence: error.message, exitCode: EXIT.broken };
  if (isUnusablePlace(error)) {
    return {
      sentence: `${error.path} går inte att läsa eller skriva (${error.code}). Välj ett annat ställe, eller ändra rättigheterna.`,
      exitCode: EXIT.badInput,
    };
  }
  if (isInterruption(error)) {
    return {
      sentence: error instanceof RunInterrupted ? error.message : 'Avbrutet. Det som hann göras finns kvar.',
      exitCode: EXIT.interrupted,
    };
  }
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { sentence: `Genrep gick sönder: ${words}`, exitCode: EXIT.broken };
}

const CANNOT_WRITE: ReadonlySet<EvidenceErrorKind> = new Set(['no-space', 'disk-full', 'not-written']);

/** A file or folder that the user named and the machine refuses. */
const isUnusablePlace = (error: unknown): error is NodeJS.ErrnoException & { readonly path: string } =>
  error instanceof Error &&
  'path' in error &&
  'code' in error &&
  (REFUSED.has(String(error.code)) ||
    (error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir'));

const REFUSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST']);
