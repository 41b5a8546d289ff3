import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import { versionOfK6 } from './k6-version.ts';

/** Where k6 is, or why there is none that can be used. */
export type FoundK6 =
  | { readonly found: true; readonly program: string; readonly version: string }
  | { readonly found: false; readonly state: 'missing' | 'installing' | 'unusable'; readonly reason: string };

export interface K6Places {
  /** The project's root. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const HOW_TO_GET =
  'Kör "node cli/set-up.mjs" (det behövs nät, eller Go), eller ange en k6 i miljövariabeln GENREP_K6.';
/** Set-up builds k6 from source where nothing can be fetched: minutes on a small machine. */
const PATIENCE: Milliseconds = 15 * MINUTE;

const cacheOf = (root: string): string => path.join(root, '.cache', 'k6');
const programIn = (folder: string): string =>
  path.join(folder, process.platform === 'win32' ? 'k6.exe' : 'k6');

/** Looks for k6: the configured path, PATH, the project's own cache. A configured one that is no good is not passed by. */
export async function findK6({ root, environment }: K6Places): Promise<FoundK6> {
  const configured = environment.GENREP_K6;
  if (configured !== undefined && configured !== '')
    return usable(configured, 'Rätta GENREP_K6 eller ta bort den.');
  const onPath = (environment.PATH ?? '')
    .split(path.delimiter)
    .map(programIn)
    .find((program) => existsSync(program));
  const cached = programIn(cacheOf(root));
  let refused: FoundK6 | undefined;
  for (const program of [onPath, cached]) {
    if (program === undefined || !existsSync(program)) continue;
    const found = await usable(program, HOW_TO_GET);
    if (found.found) return found;
    refused ??= found;
  }
  if (isBeingInstalled(root))
    return { found: false, state: 'installing', reason: 'k6 byggs i bakgrunden och är inte färdigt än.' };
  return refused ?? { found: false, state: 'missing', reason: `k6 saknas. ${HOW_TO_GET}` };
}

/** The same, after waiting for a set-up that is installing it; `say` gets one plain line when there is something to wait for. */
export async function findK6Patiently(places: K6Places, say: (line: string) => void): Promise<FoundK6> {
  const giveUpAt = Date.now() + PATIENCE;
  let told = false;
  for (;;) {
    const found = await findK6(places);
    if (found.found || found.state !== 'installing' || Date.now() > giveUpAt) return found;
    if (!told) say('Väntar på att k6 ska byggas färdigt i bakgrunden (några minuter) …');
    told = true;
    await after(SECOND);
  }
}

async function usable(program: string, advice: string): Promise<FoundK6> {
  const version = await versionOfK6(program);
  return version.usable
    ? { found: true, program, version: version.version }
    : { found: false, state: 'unusable', reason: `${version.reason}. ${advice}` };
}

/** Whether the process that wrote the marker still lives; a marker that was left behind says nothing. */
function isBeingInstalled(root: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(cacheOf(root), 'installing'), 'utf8'));
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
