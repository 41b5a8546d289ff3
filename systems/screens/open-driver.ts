import { Vocabulary } from '../../domain/area.ts';
import { InputError } from '../../domain/input-error.ts';
import type { CareSystem } from '../care-system.ts';
import { type Accounts, accountsByPattern, accountsOf } from '../driver/account.ts';
import type { OpenOptions } from '../open-system.ts';
import type { SystemProfile } from '../profile.ts';
import type { PagesSignIn, SignInProfile } from '../sign-in-profile.ts';
import { checkScreens } from './check-kinds.ts';
import { createScreensDriver } from './driver.ts';
import { loadScreens } from './load-screens.ts';
import type { WrittenScreens } from './screens.ts';

/**
 * The driver of a completed profile's screens.
 * @throws InputError for what the areas do not have, and for a sign-in that nobody is named for
 */
export async function openScreensDriver(
  options: OpenOptions,
  { browser, register }: { readonly browser: () => string; readonly register?: CareSystem },
): Promise<CareSystem> {
  const { profile, areas, clock, recordings, pageSnapshots = true } = options;
  const { ui, name } = profile;
  if (ui?.screens === undefined) throw new Error(`The profile ${name} has no screens.`);
  const { address, screens } = ui;
  // To a worker of cucumber-js a profile comes as JSON, which has no places; the file says them again.
  const written = 'placeOf' in screens ? screens : loadScreens(ui.screens.file, { file: ui.screens.file });
  const signingIn = signingInTo(profile, written);
  checkScreens(written, areas.areas, await areas.contract());
  const vocabulary = new Vocabulary(areas.areas.flatMap(({ activities }) => activities));
  const byPatients = (await areas.pages()).flatMap(({ patientSignsIn = [] }) => patientSignsIn);
  return createScreensDriver({
    ...{ name, address, written, clock, recordings, pageSnapshots, browser: browser() },
    accounts: signingIn.accounts,
    password: signingIn.password,
    nameOf: (kind) => vocabulary.name(kind).sv,
    ...(signingIn.patients ? {} : { byPatients: new Set(byPatients) }),
    ...(register && { register }),
  });
}

interface SigningIn {
  readonly accounts: Accounts;
  readonly password: string;
  readonly patients: boolean;
}

function signingInTo(profile: SystemProfile, written: WrittenScreens): SigningIn {
  const { ui, signIn, name } = profile;
  const { screens, placeOf } = written;
  const told = ui?.signIn ?? formIn(signIn);
  if (screens.signIn === undefined) {
    const nobody: SystemProfile = { name, environment: 'test', signIn: { method: 'none' } };
    return { accounts: accountsOf(nobody), password: '', patients: true };
  }
  if (told === undefined) {
    throw new InputError(
      `Systemprofilen ${name} säger inte vilka som loggar in på sidorna; lägg till ui.signIn med staff och password.`,
      placeOf(['signIn']),
    );
  }
  if (screens.patient.add !== undefined && told.registry === undefined) {
    throw new InputError(
      `Systemprofilen ${name} säger inte vem som lägger upp patienter; lägg till ui.signIn.registry.`,
      placeOf(['patient', 'add']),
    );
  }
  return {
    accounts: accountsByPattern({ registry: '', ...told }),
    password: told.password,
    patients: told.patient !== undefined,
  };
}

/** The api's way in, where it is by user names and a password too. */
function formIn(signIn: SignInProfile): PagesSignIn | undefined {
  if (!('staff' in signIn) || signIn.password === undefined) return undefined;
  return { ...signIn, password: signIn.password };
}
