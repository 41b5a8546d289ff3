import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemaObject } from 'ajv';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import { filesByName } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import { mistakesInSignIn, withPlaces } from './browser-sign-in/written.ts';
import { isDriverFile } from './driver-module.ts';
import { mapTexts } from './map-texts.ts';
import { loadMapping } from './mapping/load-mapping.ts';
import type { SystemProfile } from './profile.ts';
import { PROFILE_WORDING } from './profile-wording.ts';
import { loadScreens } from './screens/load-screens.ts';
import type { WrittenScreens } from './screens/screens.ts';
import { isSignInFile } from './sign-in-files.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const SCHEMA: SchemaObject = JSON.parse(readFileSync(join(HERE, 'profile.schema.json'), 'utf8'));

/**
 * The profile in a YAML file, or the one of this name in systems/profiles. Values `env:NAME` are left as they stand; see
 * {@link withEnvironment}. Anything wrong is an {@link InputError}, a system that is not marked as a test environment too.
 */
export function loadProfile(pathOrName: string): SystemProfile {
  const file = fileOf(pathOrName);
  const source = readYaml(file);
  const written = checkSchema<SystemProfile>(source, SCHEMA, PROFILE_WORDING);
  const mapping = written.mapping === undefined ? undefined : loadMapping(source, file);
  const mistake = inputErrorOf(mistakesInSignIn(written.signIn, source));
  if (mistake !== undefined) throw mistake;
  const found = withFilesFrom(written, dirname(file));
  const screens = screensIn(source, file);
  const profile: SystemProfile = {
    ...found,
    signIn: withPlaces(found.signIn, source),
    ...(mapping && { mapping }),
    ...(found.ui && screens && { ui: { ...found.ui, screens } }),
  };
  sources.set(profile, source);
  return profile;
}

/** What driver screens goes by; an InputError for the one without the other. */
function screensIn(source: YamlSource, file: string): WrittenScreens | undefined {
  const { ui } = source.content as { readonly ui?: { readonly driver: string; readonly screens?: string } };
  if (ui === undefined) return undefined;
  const { driver, screens } = ui;
  if (driver !== 'screens') {
    if (screens === undefined) return undefined;
    throw new InputError(
      `"screens" hör till driver: screens, och här står driver: ${driver}; ändra driver eller ta bort screens.`,
      source.positionOfKey(['ui', 'screens']),
    );
  }
  if (screens === undefined) {
    throw new InputError(
      'driver: screens behöver filen som säger hur klienten används; lägg till screens: ./vara-skarmar.yaml.',
      source.positionOf(['ui', 'driver']),
    );
  }
  return loadScreens(resolve(dirname(file), screens), source.positionOf(['ui', 'screens']));
}

const namesFile = (key: string): boolean => isSignInFile(key) || key === 'signIn.module';

/** Drivers, modules, keys and certificates of the user's own are named from where the profile lies. */
function withFilesFrom(profile: SystemProfile, folder: string): SystemProfile {
  const { ui, api } = profile;
  const beside = (driver: string): string => (isDriverFile(driver) ? resolve(folder, driver) : driver);
  return {
    ...profile,
    signIn: mapTexts(profile.signIn, 'signIn', (text, key) =>
      namesFile(key) && !text.startsWith('env:') ? resolve(folder, text) : text,
    ),
    ...(ui === undefined ? {} : { ui: { ...ui, driver: beside(ui.driver) } }),
    ...(api === undefined ? {} : { api: { driver: beside(api.driver) } }),
  };
}

/** Where the profiles that were loaded stand written, so that an address that leads nowhere can be pointed at. */
const sources = new WeakMap<SystemProfile, YamlSource>();

/** The file a profile was loaded from; none for a profile that was made in code. */
export const sourceOfProfile = (profile: SystemProfile): YamlSource | undefined => sources.get(profile);

/** A file is told by its ending or its folder; 'reference' is the profile, whatever else has that name. */
function fileOf(pathOrName: string): string {
  if (/[\\/]|\.ya?ml$/.test(pathOrName)) {
    if (statSync(pathOrName, { throwIfNoEntry: false })?.isFile()) return pathOrName;
    throw new InputError(`Det finns ingen fil ${pathOrName}; ange en systemprofils YAML-fil.`);
  }
  const profiles = new Map([...filesByName('systems', 'profiles'), ...filesByName('systems')]);
  const named = profiles.get(pathOrName);
  if (named !== undefined) return named;
  throw new InputError(
    `Det finns ingen systemprofil "${pathOrName}"; ange en YAML-fil eller ett av namnen ${[...profiles.keys()].sort().join(', ')}.`,
  );
}
