import { identitiesOf } from './client-certificates.ts';
import type { Transport } from './fhir-r4/transport.ts';
import { createUndiciTransport } from './fhir-r4/transports/undici.ts';
import type { SystemProfile } from './profile.ts';

/** What Node reaches a FHIR server with, as a completed profile needs it. */
export const meansOf = ({ signIn }: SystemProfile): { readonly transport: Transport } =>
  signIn.method === 'certificate'
    ? { transport: createUndiciTransport({ identities: identitiesOf(signIn) }) }
    : { transport: createUndiciTransport() };
