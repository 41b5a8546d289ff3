import { describe, expect, it } from 'vitest';
import type { SystemProfile } from '../systems/profile.ts';
import { requireLoadTarget } from './target.ts';

const profile = (fhir: string, more: Partial<SystemProfile> = {}): SystemProfile => ({
  name: 'prov',
  environment: 'test',
  fhir,
  signIn: { method: 'none' },
  ...more,
});

describe('what may be loaded', () => {
  it.each(['http://127.0.0.1:8080/fhir', 'http://localhost/fhir', 'http://[::1]:80/fhir'])('%s', (fhir) =>
    expect(() => requireLoadTarget(profile(fhir))).not.toThrow(),
  );

  it('the host that the profile itself declares', () =>
    expect(() =>
      requireLoadTarget(profile('https://test.example/fhir', { load: { host: 'test.example' } })),
    ).not.toThrow());

  it.each(['https://test.example/fhir', 'http://127.0.0.1.example/fhir', 'http://localhost@evil.example/'])(
    'not %s',
    (fhir) => expect(() => requireLoadTarget(profile(fhir))).toThrow(/tillåter ingen belastning av/),
  );

  it('not another host than the declared one for signing in', () =>
    expect(() =>
      requireLoadTarget(
        profile('https://test.example/fhir', {
          load: { host: 'test.example' },
          signIn: {
            method: 'password',
            tokenEndpoint: 'https://login.example/token',
            clientId: 'robot',
            password: 'env:X',
            staff: '{role}',
            registry: 'registry',
          },
        }),
      ),
    ).toThrow(/login\.example/));

  it.each([
    [
      'certificate',
      { method: 'certificate', tokenEndpoint: 'http://127.0.0.1/token', certificates: {} },
      'ett klientcertifikat',
    ],
    [
      'authorization-code',
      {
        method: 'authorization-code',
        issuer: 'http://127.0.0.1',
        clientId: 'robot',
        redirectUri: 'http://127.0.0.1/genrep',
        staff: '{role}',
        registry: 'registry',
        module: '/vår-inloggning.ts',
      },
      /loggar in med authorization-code, som belastning inte kan: k6 har ingen webbläsare .* Gör en profil för belastning/,
    ],
  ] satisfies [string, SystemProfile['signIn'], string | RegExp][])(
    'nothing that is signed in to by %s, which k6 cannot',
    (_, signIn, words) =>
      expect(() => requireLoadTarget(profile('http://127.0.0.1/fhir', { signIn }))).toThrow(words),
  );
});
