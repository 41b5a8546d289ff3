import path from 'node:path';
import manifest from '../package.json' with { type: 'json' };

/** The project's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** Where runs leave their evidence and reports. */
export const RUNS = path.join(ROOT, 'runs');

/** Version of Genrep. */
export const VERSION: string = manifest.version;
