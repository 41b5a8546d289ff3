import { InputError } from '../domain/input-error.ts';
import { mapTexts } from './map-texts.ts';
import type { SystemProfile } from './profile.ts';

const REFERENCE = /^env:([A-Za-z_][A-Za-z0-9_]*)$/;

/** The profile with every `env:NAME` replaced by what the environment says; a missing one is an {@link InputError}. */
export function withEnvironment(
  profile: SystemProfile,
  environment: Readonly<Record<string, string | undefined>>,
): SystemProfile {
  const { fhir, alsoKnownAs, ui, signIn, imaging: archive, ...rest } = profile;
  const read = (value: string, key: string): string => {
    const name = REFERENCE.exec(value)?.[1];
    if (name === undefined) return value;
    const found = environment[name];
    if (found !== undefined && found !== '') return found;
    throw new InputError(
      `Systemprofilen ${profile.name} hämtar "${key}" ur miljövariabeln ${name}, som inte är satt; sätt den och försök igen.`,
    );
  };
  return {
    ...rest,
    ...(isAtHand(archive, environment) ? { imaging: mapTexts(archive, 'imaging', read) } : {}),
    ...(fhir === undefined ? {} : { fhir: read(fhir, 'fhir') }),
    ...(alsoKnownAs === undefined
      ? {}
      : { alsoKnownAs: alsoKnownAs.map((each) => read(each, 'alsoKnownAs')) }),
    ...(ui === undefined
      ? {}
      : {
          ui: {
            ...ui,
            address: read(ui.address, 'ui.address'),
            ...(ui.signIn && { signIn: mapTexts(ui.signIn, 'ui.signIn', read) }),
          },
        }),
    signIn: mapTexts(signIn, 'signIn', read),
  };
}

/** An archive whose address the environment does not say is none: the same profile serves with and without. */
const isAtHand = (
  archive: SystemProfile['imaging'],
  environment: Readonly<Record<string, string | undefined>>,
): archive is NonNullable<SystemProfile['imaging']> => {
  const name = REFERENCE.exec(archive?.dicom ?? '')?.[1];
  return archive !== undefined && (name === undefined || (environment[name] ?? '') !== '');
};
