/**
 * Node strips types by itself, but not from files under node_modules, where Genrep lies when a rehearsal has it as a
 * dependency. Imported before anything else, in every thread and program of a command (genrep.mjs sees to it).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { threadId } from 'node:worker_threads';

const require = createRequire(import.meta.url);
/** What has been stripped once, by its content; it goes when another Genrep is installed in this one's place. */
const kept = path.join(import.meta.dirname, '..', '.cache', 'stripped');

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || !url.includes('/node_modules/')) {
      return next(url, context);
    }
    const source = readFileSync(new URL(url), 'utf8');
    const file = path.join(kept, createHash('sha256').update(source).digest('hex'));
    return { format: 'module', source: readKept(file) ?? strip(source, file), shortCircuit: true };
  },
});

function readKept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function strip(source, file) {
  const { code } = require('amaro').transformSync(source, { mode: 'strip-only' });
  try {
    mkdirSync(kept, { recursive: true });
    // Whole or not at all, for whoever reads it at the same time.
    const written = `${file}.${process.pid}-${threadId}`;
    writeFileSync(written, code);
    renameSync(written, file);
  } catch {
    // Where nothing can be kept, each start strips for itself.
  }
  return code;
}
