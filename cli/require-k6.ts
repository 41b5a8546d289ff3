import process from 'node:process';
import { findK6Patiently } from '../load/find-k6.ts';
import { SystemError } from '../systems/care-system.ts';
import { ROOT } from './project.ts';

/** Load needs k6 and there is none: it is not covered, and the message says how to get it. */
export class K6Missing extends Error {
  constructor(reason: string) {
    super(`Belastning är ej prövad: ${reason}`);
    this.name = 'K6Missing';
  }
}

/**
 * The path of a k6 that can be used, after waiting for a set-up that is still making it.
 * @throws K6Missing where there is none; SystemError for one that was found and cannot be used
 */
export async function requireK6(): Promise<string> {
  const found = await findK6Patiently({ root: ROOT, environment: process.env }, (line) =>
    process.stderr.write(`${line}\n`),
  );
  if (found.found) return found.program;
  if (found.state === 'unusable') throw new SystemError('unreachable', found.reason);
  throw new K6Missing(found.reason);
}
