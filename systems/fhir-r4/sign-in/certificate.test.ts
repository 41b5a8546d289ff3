import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../domain/input-error.ts';
import { meansOf } from '../../means-of.ts';
import type { CertificateSignIn } from '../../sign-in-profile.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../testing/authorization-server.ts';
import { createCertificateAuthority, type Issued } from '../../testing/certificate-authority.ts';
import { type SignedIn, signedIn } from '../testing/signed-in.ts';

const authority = await createCertificateAuthority('Prov-SITHS');
const [server, nurse, physician, registry] = (await Promise.all(
  ['127.0.0.1', 'nurse', 'physician', 'registry'].map((name) => authority.issue(name)),
)) as [Issued, Issued, Issued, Issued];
const stranger = await (await createCertificateAuthority('Någon annan')).issue('nurse');

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function provider(): Promise<AuthorizationServer> {
  const started = await startAuthorizationServer({
    lifetime: 60,
    scopes: ['system/Patient.rs', 'system/Observation.c'],
    tls: { cert: server.certificate, key: server.key, ca: authority.certificate },
    clients: ['nurse', 'physician', 'registry'].map((name) => ({
      client_id: `genrep-${name}`,
      token_endpoint_auth_method: 'tls_client_auth',
      tls_client_auth_subject_dn: `CN=${name}`,
      tls_client_certificate_bound_access_tokens: true,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  });
  opened.push(started);
  return started;
}

const CERTIFICATES = {
  nurse: { clientId: 'genrep-nurse', ...nurse },
  physician: { clientId: 'genrep-physician', ...physician },
  registry: { clientId: 'genrep-registry', ...registry },
};

const signInAt = ({ tokenEndpoint }: AuthorizationServer): CertificateSignIn => ({
  method: 'certificate',
  tokenEndpoint,
  authority: authority.certificate,
  certificates: CERTIFICATES,
});

function robots(at: AuthorizationServer, change: Partial<CertificateSignIn> = {}): SignedIn {
  const session = signedIn(at, { ...signInAt(at), ...change });
  opened.push(session);
  return session;
}

describe('signing in with a certificate for each role', () => {
  it('is taken, and each token is used over a connection of the same role', async () => {
    const at = await provider();
    const { read } = robots(at);
    const asked = await Promise.all([read('nurse'), read('physician'), read('registry'), read('nurse')]);
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(at.tokensAsked()).toBe(3);
  });

  it('is renewed in mid-run', async () => {
    const at = await provider();
    const session = robots(at);
    await session.read('nurse');
    session.forward(31_000);
    expect((await session.read('nurse')).status).toBe(200);
    at.revokeTokens();
    expect((await session.read('nurse')).status).toBe(200);
    expect(at.tokensAsked()).toBe(3);
  });

  it.each([
    ['of another role', { ...CERTIFICATES, nurse: { ...CERTIFICATES.physician, clientId: 'genrep-nurse' } }],
    [
      'of an authority that is not trusted',
      { ...CERTIFICATES, nurse: { clientId: 'genrep-nurse', ...stranger } },
    ],
    ['of an unknown client', { ...CERTIFICATES, nurse: { ...CERTIFICATES.nurse, clientId: 'ingen' } }],
  ])('is refused with a certificate %s', async (_, certificates) => {
    await expect(robots(await provider(), { certificates }).read('nurse')).rejects.toMatchObject({
      kind: 'sign-in',
      message:
        'nurse kunde inte logga in: systemet svarade 401, invalid_client; kontrollera signIn.certificates.nurse i systemprofilen.',
    });
  });

  it('gives no token that is of use over the connection of another role', async () => {
    const at = await provider();
    const { signIn } = robots(at);
    const [theirs, own] = await Promise.all([
      signIn.authorization('physician'),
      signIn.authorization('nurse'),
    ]);
    const { transport } = meansOf({ name: 'x', environment: 'test', signIn: signInAt(at) });
    opened.push(transport);
    const statuses = await Promise.all(
      [theirs, own].map(async (authorization) => {
        const { status } = await transport.request({
          ...{ method: 'GET', url: `${at.fhir}Patient/1`, timeout: 5_000, name: 'read', identity: 'nurse' },
          headers: { authorization },
        });
        return status;
      }),
    );
    expect(statuses).toEqual([401, 200]);
  });

  it('trusts nobody but those who are said to be trusted', async () => {
    const at = await provider();
    const { authority: _, ...withoutAuthority } = signInAt(at);
    const session = signedIn(at, withoutAuthority);
    opened.push(session);
    await expect(session.read('nurse')).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('is told before anything is sent when a key is not the certificate’s', async () => {
    const at = await provider();
    const nurseWithWrongKey = { ...CERTIFICATES.nurse, key: physician.key };
    expect(() => robots(at, { certificates: { ...CERTIFICATES, nurse: nurseWithWrongKey } })).toThrow(
      new InputError(
        'signIn.certificates.nurse: nyckeln är inte certifikatets; båda ska vara PEM och höra ihop.',
      ),
    );
    expect(at.tokensAsked()).toBe(0);
  });

  it('knows before the run what any of the roles may', async () => {
    const at = await provider();
    expect(await robots(at, { scope: 'system/Patient.rs' }).signIn.scopes()).toEqual(['system/Patient.rs']);
    expect(at.tokensAsked()).toBe(3);
  });
});
