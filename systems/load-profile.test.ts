import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { loadProfile } from './load-profile.ts';
import schema from './profile.schema.json' with { type: 'json' };
import { FHIR } from './testing/areas.ts';
import { withEnvironment } from './with-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'genrep-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const file = join(folder, 'system.yaml');
  writeFileSync(file, text);
  return file;
}

const GOOD = `name: prov
environment: test
fhir: env:PROV_FHIR
signIn:
  method: password
  tokenEndpoint: https://prov.test/token
  clientId: robot
  password: env:PROV_PASSWORD
  staff: "{role}.{unit}"
  registry: reg
units:
  sas-akuten: Organization/17
`;

const refused = (text: string): string => {
  try {
    loadProfile(fileOf(text));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('The profile was taken.');
};

describe('a system profile', () => {
  it.each(['reference', 'hapi', 'millennium'])('in the standard folder loads by name: %s', (name) => {
    expect(loadProfile(name)).toMatchObject({ name, environment: 'test' });
  });

  it('loads from a file, secrets left where they are', () => {
    expect(loadProfile(fileOf(GOOD))).toMatchObject({ signIn: { password: 'env:PROV_PASSWORD' } });
  });

  it.each([
    [
      'production',
      'environment: test',
      'environment: produktion',
      ':2:14: "environment" är "produktion": Genrep arbetar bara mot testmiljöer.',
    ],
    [
      'no word of what it is',
      'environment: test\n',
      '',
      ':1:1: Nyckeln "environment" saknas; lägg till den: environment: test',
    ],
    ['a key that is not there', 'clientId', 'klientId', ':7:3: Nyckeln "klientId" finns inte här'],
    [
      'a password in the file',
      'env:PROV_PASSWORD',
      'hemligt',
      ':8:13: "password" är "hemligt", som inte har rätt form; env:NAMN',
    ],
    [
      'an address that is none',
      'https://prov.test/token',
      'prov.test',
      ':6:18: "tokenEndpoint" är "prov.test", som inte har rätt form; OAuth2-adressen',
    ],
    [
      'a way to sign in that is none',
      'method: password',
      'method: gissning',
      'method: none, password, client-credentials',
    ],
    [
      'a client secret in the file',
      /signIn:[\s\S]*reg\n/,
      `signIn:
  method: client-credentials
  tokenEndpoint: https://prov.test/token
  clientId: robot
  clientSecret: hemligt
`,
      ':8:17: "clientSecret" är "hemligt", som inte har rätt form; env:NAMN',
    ],
    [
      'a way to sign in that lacks what it needs',
      /signIn:[\s\S]*reg\n/,
      `signIn:
  method: private-key-jwt
  tokenEndpoint: https://prov.test/token
  clientId: robot
  keyId: nyckel-1
  algorithm: ES384
`,
      '"key"',
    ],
    [
      'a sign-in on pages that tells neither where nor how',
      /signIn:[\s\S]*reg\n/,
      `signIn:
  method: authorization-code
  clientId: robot
  redirectUri: http://127.0.0.1:8400/genrep
  staff: "{role}"
  registry: reg
`,
      ':5:3: Det står inte var man loggar in; lägg till "issuer", eller både "authorizationEndpoint" och "tokenEndpoint".',
    ],
    [
      'a sign-in on pages both by form and by module, with a form that lacks its password',
      /signIn:[\s\S]*reg\n/,
      `signIn:
  method: authorization-code
  issuer: https://prov.test
  clientId: robot
  redirectUri: http://127.0.0.1:8400/genrep
  staff: "{role}"
  registry: reg
  form: { userName: Namn, password: Lösen, submit: In }
  module: ./vår.ts
`,
      ':12:3: Man loggar in på sidan antingen med "form" eller med "module"; ta bort den ena.',
    ],
    [
      'a way back to another machine',
      /signIn:[\s\S]*reg\n/,
      `signIn:
  method: authorization-code
  issuer: https://prov.test
  clientId: robot
  redirectUri: https://prov.test/callback
  staff: "{role}"
  registry: reg
  module: ./vår.ts
`,
      ':8:16: "redirectUri" är "https://prov.test/callback", som inte har rätt form; adressen på den egna datorn',
    ],
    [
      'a unit that is no reference',
      'Organization/17',
      '17',
      '"sas-akuten" ska vara en text, inte 17; en FHIR-referens',
    ],
    ['what is no YAML', 'name: prov', 'name: [prov', 'Det här är inte YAML'],
  ] satisfies [string, string | RegExp, string, string][])(
    'is refused with file, line and column: %s',
    (_, part, instead, sentence) => {
      const message = refused(GOOD.replace(part, instead));
      expect(message).toContain('system.yaml:');
      expect(message).toContain(sentence);
    },
  );

  it('of an unknown name is refused with the known ones', () => {
    expect(() => loadProfile('millenium')).toThrow(
      /Det finns ingen systemprofil "millenium".*hapi, millennium, reference/,
    );
  });

  it('that is no file is refused', () => {
    expect(() => loadProfile(join(folder, 'borta.yaml'))).toThrow('Det finns ingen fil');
    expect(() => loadProfile(`${folder}/`)).toThrow('Det finns ingen fil');
  });

  it('shows editors the workflows of the areas', () => {
    expect(schema.properties.workflows.items.examples).toEqual([...FHIR.workflows.keys()].sort());
  });
});

describe('the environment of a profile', () => {
  it('fills in what the profile leaves to it', () => {
    const profile = withEnvironment(loadProfile(fileOf(GOOD)), {
      PROV_FHIR: 'http://127.0.0.1/fhir',
      PROV_PASSWORD: 'p',
    });
    expect(profile).toMatchObject({
      fhir: 'http://127.0.0.1/fhir',
      signIn: { password: 'p', clientId: 'robot' },
    });
  });

  it('is missed by name', () => {
    const profile = loadProfile(fileOf(GOOD));
    expect(() => withEnvironment(profile, { PROV_FHIR: 'http://127.0.0.1/fhir' })).toThrow(
      'Systemprofilen prov hämtar "signIn.password" ur miljövariabeln PROV_PASSWORD, som inte är satt; sätt den och försök igen.',
    );
  });
});
