import process from 'node:process';
import { formatPosition } from '../domain/input-error.ts';
import type { YamlPath } from '../input/yaml-source.ts';
import { SystemError } from '../systems/care-system.ts';
import { sourceOfProfile } from '../systems/load-profile.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { withEnvironment } from '../systems/with-environment.ts';

/** Of an error that says that nobody was reached, the same with where the address stands and what to try. */
export function withItsPlace(error: unknown, profile: SystemProfile): unknown {
  const source = sourceOfProfile(profile);
  if (!(error instanceof SystemError) || error.kind !== 'unreachable' || source === undefined) return error;
  const [key, address] = addressIn(error.message, profile);
  const place = formatPosition(source.positionOf(key));
  return new SystemError(
    error.kind,
    `${place}: ${error.message} Adressen är ${address}. Pröva den i en webbläsare på samma maskin; ` +
      'kontrollera stavning och port, att systemet är igång, och om det behövs VPN eller proxy.',
    { cause: error },
  );
}

const ENDPOINTS = ['tokenEndpoint', 'authorizationEndpoint', 'issuer'] as const;

/** The address that a message speaks of, by its host. */
function addressIn(message: string, profile: SystemProfile): readonly [YamlPath, string] {
  const { fhir = '', ui, signIn } = withEnvironment(profile, process.env);
  const addresses: readonly (readonly [YamlPath, string])[] = [
    [['fhir'], fhir],
    ...(ui === undefined ? [] : [[['ui', 'address'], ui.address] as const]),
    ...ENDPOINTS.flatMap((key) => {
      const address: unknown = Reflect.get(signIn, key);
      return typeof address === 'string' ? [[['signIn', key], address] as const] : [];
    }),
  ];
  const spokenOf = ([, address]: readonly [YamlPath, string]): boolean =>
    URL.canParse(address) && message.includes(new URL(address).host);
  return addresses.find(spokenOf) ?? [['fhir'], fhir];
}
