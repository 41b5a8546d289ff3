/**
 * Node strips types by itself, but not from files under node_modules, where Genrep lies when a rehearsal has it as a
 * dependency. Imported before anything else, in every thread and program of a command (genrep.mjs sees to it).
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'amaro';

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || !url.includes('/node_modules/')) {
      return next(url, context);
    }
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { mode: 'strip-only' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
