import { InputError } from '../domain/input-error.ts';
import type { SystemProfile } from '../systems/profile.ts';
import type { SignInProfile } from '../systems/sign-in-profile.ts';

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
  const unable = NOT_IN_K6[signIn.method];
  if (unable !== undefined) {
    throw new InputError(
      `Systemprofilen ${profile.name} loggar in med ${signIn.method}, som belastning inte kan: ${unable}. Gör en profil för belastning med client-credentials, private-key-jwt eller password.`,
    );
  }
  const addresses = [fhir, ...('tokenEndpoint' in signIn ? [signIn.tokenEndpoint] : [])];
  const foreign = addresses
    .filter((address) => address !== undefined)
    .filter((address) => !address.startsWith('env:'))
    .map(hostOf)
    .find((host) => !LOOPBACK.test(host) && host !== load?.host);
  if (foreign === undefined) return;
  throw new InputError(
    `Systemprofilen ${profile.name} tillåter ingen belastning av ${foreign}: bara den egna datorn och den värd som profilen själv anger belastas. Är det en testmiljö som får belastas, skriv load: { host: ${foreign} } i profilen.`,
  );
}

/** Ways to sign in that k6 has not, and why. */
const NOT_IN_K6: Partial<Record<SignInProfile['method'], string>> = {
  'authorization-code': 'k6 har ingen webbläsare där någon kan logga in',
  certificate: 'k6 har ett klientcertifikat för varje värd, inte ett för varje roll',
};

/** Own code because k6 has no URL. */
const hostOf = (address: string): string =>
  /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? address;
