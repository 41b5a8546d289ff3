import { createPrivateKey, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { InputError } from '../domain/input-error.ts';
import type { ClientIdentity } from './fhir-r4/transports/undici.ts';
import type { CertificateSignIn, ClientCertificate } from './sign-in-profile.ts';

/** What each role's connections are made with. A certificate and a key that do not go together are an {@link InputError}. */
export function identitiesOf({ authority, certificates }: CertificateSignIn): Map<string, ClientIdentity> {
  const ca = authority === undefined ? undefined : [...rootCertificates, authority];
  return new Map(
    Object.entries(certificates).map(([role, certificate]) => {
      requirePair(role, certificate);
      return [role, { cert: certificate.certificate, key: certificate.key, ca }];
    }),
  );
}

function requirePair(role: string, { certificate, key }: ClientCertificate): void {
  const wrong = (what: string) =>
    new InputError(`signIn.certificates.${role}: ${what}; båda ska vara PEM och höra ihop.`);
  let belongs: boolean;
  try {
    belongs = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    throw wrong('certifikatet eller nyckeln går inte att läsa');
  }
  if (!belongs) throw wrong('nyckeln är inte certifikatets');
}
