import { readFileSync } from 'node:fs';
import process from 'node:process';
import { InputError } from '../domain/input-error.ts';
import { mapTexts } from './map-texts.ts';
import type { SystemProfile } from './profile.ts';
import { withEnvironment } from './with-environment.ts';

/** Where keys and certificates stand in a profile; each is a file or `env:NAME`. */
const HELD_IN_FILES = /^signIn\.(key|authority|certificates\.[^.]+\.(key|certificate))$/;

/** Whether a key of a profile names a file. */
export const isSignInFile = (key: string): boolean => HELD_IN_FILES.test(key);

/** A profile whose keys and certificates are all read from the environment, and what the environment needs for it. */
export interface WithoutFiles {
  readonly profile: SystemProfile;
  readonly environment: Readonly<Record<string, string>>;
  /** By variable, the file that it was read from. */
  readonly files: Readonly<Record<string, string>>;
}

/** A file that cannot be read is an {@link InputError}. */
export function filesIntoEnvironment(profile: SystemProfile): WithoutFiles {
  const files: Record<string, string> = {};
  const environment: Record<string, string> = {};
  const signIn = mapTexts(profile.signIn, 'signIn', (text, key) => {
    if (!HELD_IN_FILES.test(key) || text.startsWith('env:')) return text;
    const variable = `GENREP_${key.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
    files[variable] = text;
    environment[variable] = read(text, key, profile.name);
    return `env:${variable}`;
  });
  return { profile: { ...profile, signIn }, environment, files };
}

/** The profile with everything in it that its file leaves to the environment and to other files. */
export function completed(
  chosen: SystemProfile,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SystemProfile {
  const { profile, environment: read } = filesIntoEnvironment(chosen);
  return withEnvironment(profile, { ...environment, ...read });
}

/** What of a completed profile must never be written anywhere; of a key in PEM each line. */
export function secretsOf({ signIn, ui }: SystemProfile): string[] {
  const secrets: string[] = ui?.signIn === undefined ? [] : [ui.signIn.password];
  mapTexts(signIn, 'signIn', (text, key) => {
    if (/^signIn\.(password|clientSecret)$/.test(key)) secrets.push(text);
    if (/\.key$/.test(key)) secrets.push(...text.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line)));
    return text;
  });
  return secrets;
}

function read(file: string, key: string, profile: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InputError(
      `Systemprofilen ${profile} hämtar "${key}" ur filen ${file}, som inte går att läsa; rätta sökvägen, som räknas från profilen, eller skriv env:NAMN.`,
    );
  }
}
