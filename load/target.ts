import { InputError } from '../domain/input-error.ts';
import type { SystemProfile } from '../systems/profile.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Refuses to load anything but this machine and the host that the profile itself declares for load. A system that is no
 * test environment was refused when its profile was read.
 * Addresses that the environment tells are looked at when they are known.
 */
export function requireLoadTarget(profile: SystemProfile): void {
  const { fhir, signIn, load } = profile;
  if (fhir === undefined) {
    throw new InputError(
      `Systemprofilen ${profile.name} saknar "fhir", som belastning behöver; lägg till det.`,
    );
  }
  const addresses = [fhir, ...(signIn.method === 'password' ? [signIn.tokenEndpoint] : [])];
  const foreign = addresses
    .filter((address) => !address.startsWith('env:'))
    .map(hostOf)
    .find((host) => !LOOPBACK.test(host) && host !== load?.host);
  if (foreign === undefined) return;
  throw new InputError(
    `Systemprofilen ${profile.name} tillåter ingen belastning av ${foreign}: bara den egna datorn och den värd som profilen själv anger belastas. Är det en testmiljö som får belastas, skriv load: { host: ${foreign} } i profilen.`,
  );
}

/** Own code because k6 has no URL. */
const hostOf = (address: string): string =>
  /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? address;
