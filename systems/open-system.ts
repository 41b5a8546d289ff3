import { availableParallelism, loadavg } from 'node:os';
import type { Area } from '../domain/area.ts';
import { InputError } from '../domain/input-error.ts';
import type { Timekeeper } from '../domain/time.ts';
import type { CareSystem, Channel } from './care-system.ts';
import { checkWorkflows } from './check-workflows.ts';
import type { Case } from './contract/script.ts';
import { driverIn, isDriverFile } from './driver-module.ts';
import { createFhirDriver } from './fhir-r4/driver.ts';
import type { FhirArea } from './fhir-r4/handler.ts';
import { dialectsOf } from './fhir-r4/mapping/dialect.ts';
import { createWatching, type WatchOptions } from './fhir-r4/watch/watch.ts';
import { createExchangeKeeper } from './keep-exchanges.ts';
import { sourceOfProfile } from './load-profile.ts';
import { checkKinds } from './mapping/check-kinds.ts';
import { meansOf } from './means-of.ts';
import { openImaging } from './open-imaging.ts';
import type { SystemProfile } from './profile.ts';
import type { PagesArea } from './reference-ui/handler.ts';
import { completed, secretsOf } from './sign-in-files.ts';
import type { SignInProfile } from './sign-in-profile.ts';

/** What can be done and seen, said for each driver; loaded when a driver is opened. */
interface DriverAreas {
  readonly areas: readonly Area[];
  fhir(): Promise<readonly FhirArea[]>;
  pages(): Promise<readonly PagesArea[]>;
  contract(): Promise<readonly Case[]>;
}

export interface OpenOptions {
  readonly profile: SystemProfile;
  readonly areas: DriverAreas;
  readonly channel: Channel;
  readonly clock: Timekeeper;
  /** Folder for what a driver leaves about failed steps. */
  readonly recordings: string;
  /** Whether traces of failed steps hold the pages as they were; costs a quarter of a browser's processor time. */
  readonly pageSnapshots?: boolean;
  /** How the run is watched; not at all when absent. */
  readonly watch?: WatchOptions;
}

/** In the last minute; 0 where the platform does not say. */
const programsPerCore = (): number => (loadavg()[0] ?? 0) / availableParallelism();

/**
 * The driver that serves a channel of the system in a profile; not yet connected. A profile that lacks what the channel
 * needs is an {@link InputError}; without a browser the channel ui can do nothing, and says why.
 */
export async function openSystem(options: OpenOptions): Promise<CareSystem> {
  const profile = completed(options.profile);
  const source = sourceOfProfile(options.profile);
  checkWorkflows(profile, await options.areas.fhir(), (index) => source?.positionOf(['workflows', index]));
  return DRIVERS[options.channel]({ ...options, profile });
}

const DRIVERS: Readonly<Record<Channel, (options: OpenOptions) => Promise<CareSystem>>> = {
  async api(options) {
    const { profile, areas, channel, clock, recordings, watch } = options;
    if (profile.api !== undefined) return (await driverIn(profile.api.driver))(options);
    if (profile.fhir === undefined) throw lacks(profile, channel, 'fhir');
    const { mapping } = profile;
    const said = await areas.fhir();
    if (mapping !== undefined) checkKinds(mapping, said);
    const { transport, ...means } = meansOf(profile);
    const imaging = await openImaging(profile);
    const watching =
      watch === undefined
        ? undefined
        : createWatching(
            profile,
            { ...watch, ...(channel === 'ui' ? { byPages: true } : {}), programsPerCore },
            clock,
          );
    const system = createFhirDriver({
      ...means,
      imaging,
      dialectsOf,
      areas: said,
      profile,
      clock,
      transport: watching?.listen(transport) ?? transport,
      ...(watching === undefined ? {} : { watching }),
      keepExchanges: createExchangeKeeper(recordings, secretsOf(profile)),
    });
    if (profile.signIn.method !== 'authorization-code') return system;
    const { BrowserMissing, findBrowser } = await import('./browser/browser.ts');
    try {
      findBrowser();
      return system;
    } catch (error) {
      if (error instanceof BrowserMissing) return withoutSignIn(system, error.message);
      throw error;
    }
  },

  async ui({ recordings, pageSnapshots = true, ...options }) {
    const { profile, areas, channel } = options;
    if (profile.ui === undefined) throw lacks(profile, channel, 'ui');
    const { driver } = profile.ui;
    if (isDriverFile(driver)) return (await driverIn(driver))({ recordings, pageSnapshots, ...options });
    if (driver === 'screens') return openScreens({ recordings, pageSnapshots, ...options });
    if (!signsInOnPages(profile.signIn)) throw lacks(profile, channel, 'signIn.password');
    // Not loaded where nobody looks at pages: it brings a whole browser's protocol with it.
    const { BrowserMissing, findBrowser } = await import('./browser/browser.ts');
    const register = await DRIVERS.api({ ...options, recordings });
    try {
      const browser = findBrowser();
      const { createReferenceUiDriver } = await import('./reference-ui/driver.ts');
      return createReferenceUiDriver({
        areas: await areas.pages(),
        ...{ profile, register, recordings, pageSnapshots, browser },
      });
    } catch (error) {
      if (error instanceof BrowserMissing) return withoutPages(register, error.message);
      throw error;
    }
  },
};

/** Whether a profile says how its system is reached by api; a foreign client may be all there is. */
export const hasApi = ({ fhir, api }: SystemProfile): boolean => fhir !== undefined || api !== undefined;

/** A web client told by data; people are made known by api where there is one and the file does not say how. */
async function openScreens(options: OpenOptions): Promise<CareSystem> {
  const { BrowserMissing, findBrowser } = await import('./browser/browser.ts');
  const register = hasApi(options.profile) ? await DRIVERS.api(options) : undefined;
  const { openScreensDriver } = await import('./screens/open-driver.ts');
  try {
    return await openScreensDriver(options, { browser: findBrowser, ...(register && { register }) });
  } catch (error) {
    if (error instanceof BrowserMissing)
      return withoutPages(register ?? nobodyThere(options.profile), error.message);
    throw error;
  }
}

/** In place of a driver where there is nothing to drive. */
export const nobodyThere = ({ name }: SystemProfile): CareSystem => {
  const nothing = async (): Promise<never> => {
    throw new Error(`${name} was asked for what it had said it cannot do.`);
  };
  return {
    name,
    channel: 'api',
    connect: async () => ({ name, software: 'okänt', version: 'okänd' }),
    capability: () => ({
      supported: false,
      reason: 'Profilen säger inte hur systemet nås genom ett api (fhir eller api).',
    }),
    introduce: async () => undefined,
    perform: nothing,
    ask: nothing,
    close: async () => {},
  };
};

/** The channel of pages where nobody can look at them: people are made known, and every step is not covered. */
const withoutPages = (register: CareSystem, reason: string): CareSystem => ({
  ...register,
  channel: 'ui',
  capability: () => ({ supported: false, reason }),
});

/** A system that nobody can sign in to: nothing is sent, and every step is not covered. */
const withoutSignIn = (system: CareSystem, reason: string): CareSystem => ({
  ...system,
  connect: async () => ({
    name: system.name,
    software: 'okänd programvara',
    version: 'okänd version',
  }),
  capability: () => ({
    supported: false,
    reason: `Robotarna loggar in på en sida, som människor gör, och ingen kan visa den. ${reason}`,
  }),
  introduce: async () => undefined,
});

const signsInOnPages = ({ method }: SignInProfile): boolean =>
  method === 'password' || method === 'authorization-code';

const lacks = ({ name }: SystemProfile, channel: Channel, key: string): InputError =>
  new InputError(
    `Systemprofilen ${name} saknar "${key}", som kanalen ${channel} behöver; lägg till det eller välj en annan kanal.`,
  );
