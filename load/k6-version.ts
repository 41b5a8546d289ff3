import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The oldest k6 that Genrep's script runs on. */
const OLDEST_MAJOR = 2;

/** What a k6 program says of itself, or why it cannot be used, in words for a person. */
export type K6Version =
  | { readonly usable: true; readonly version: string }
  | { readonly usable: false; readonly reason: string };

/** Asks a program whether it is a k6 that can be used. */
export async function versionOfK6(program: string): Promise<K6Version> {
  try {
    const { stdout } = await promisify(execFile)(program, ['version'], { timeout: 20_000 });
    const [, version, major] = /k6(?:\.exe)? v?((\d+)\.\d+\.\d+)/.exec(stdout) ?? [];
    if (version === undefined) return { usable: false, reason: `${program} svarar inte som k6 gör` };
    if (Number(major) >= OLDEST_MAJOR) return { usable: true, version };
    return {
      usable: false,
      reason: `${program} är k6 ${version}, men Genrep behöver k6 ${OLDEST_MAJOR} eller senare`,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    return { usable: false, reason: `${program} går inte att köra (${code})` };
  }
}
