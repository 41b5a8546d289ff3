import path from 'node:path';
import { PROJECT, ROOT } from '../input/project.ts';
import manifest from '../package.json' with { type: 'json' };

export { PROJECT, ROOT };

/** Where runs leave their evidence and reports. */
export const RUNS = path.join(PROJECT, 'runs');

/** Version of Genrep. */
export const VERSION: string = manifest.version;
