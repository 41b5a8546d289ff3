import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Timekeeper } from '../domain/time.ts';
import { loadProfile } from './load-profile.ts';
import { openSystem } from './open-system.ts';
import type { SystemProfile } from './profile.ts';
import { AREAS } from './testing/areas.ts';
import { person } from './testing/people.ts';

afterEach(() => vi.unstubAllEnvs());

const clock: Timekeeper = { now: () => 0, pause: async () => undefined };
const PROFILE: SystemProfile = {
  name: 'prov',
  environment: 'test',
  fhir: 'http://127.0.0.1:1/fhir',
  signIn: { method: 'none' },
};

describe('opening a system', () => {
  it('gives the driver of the channel, without asking the system anything', async () => {
    const system = await openSystem({
      areas: AREAS,
      profile: PROFILE,
      channel: 'api',
      clock,
      recordings: '',
    });
    expect(system).toMatchObject({ name: 'prov', channel: 'api' });
    await system.close();
  });

  it('gives a channel of pages that can do nothing and says why where there is no browser', async () => {
    vi.stubEnv('GENREP_BROWSER', '/finns/inte');
    const profile: SystemProfile = {
      ...PROFILE,
      ui: { address: 'http://127.0.0.1:1', driver: 'reference-ui' },
      signIn: {
        ...{ method: 'password', tokenEndpoint: 'http://127.0.0.1:1/token', clientId: 'genrep' },
        ...{ password: 'hemligt-ord', staff: '{role}', registry: 'registret' },
      },
    };
    const system = await openSystem({ areas: AREAS, profile, channel: 'ui', clock, recordings: '' });
    expect(system.channel).toBe('ui');
    expect(system.capability('triage')).toEqual({
      supported: false,
      reason: expect.stringContaining('GENREP_BROWSER=/finns/inte'),
    });
    await system.close();
  });

  it('sends nothing and covers nothing where people sign in on pages and there is no browser', async () => {
    vi.stubEnv('GENREP_BROWSER', '/finns/inte');
    const profile: SystemProfile = {
      ...PROFILE,
      signIn: {
        ...{ method: 'authorization-code', issuer: 'http://127.0.0.1:1', clientId: 'genrep' },
        ...{ redirectUri: 'http://127.0.0.1:2/genrep', password: 'hemligt-ord' },
        ...{ staff: '{role}', registry: 'registret' },
        form: { userName: 'Användarnamn', password: 'Lösenord', submit: 'Logga in' },
      },
    };
    const system = await openSystem({ areas: AREAS, profile, channel: 'api', clock, recordings: '' });
    expect(await system.connect()).toMatchObject({ name: 'prov' });
    expect(await system.introduce(person(1), [])).toBeUndefined();
    expect(system.capability('triage')).toEqual({
      supported: false,
      reason: expect.stringMatching(
        /loggar in på en sida.*ingen kan visa den\. .*GENREP_BROWSER=\/finns\/inte/,
      ),
    });
    await system.close();
  });

  it.each([
    ['api', { ...PROFILE, fhir: undefined }, 'saknar "fhir", som kanalen api behöver'],
    ['ui', PROFILE, 'saknar "ui", som kanalen ui behöver'],
    [
      'ui',
      { ...PROFILE, ui: { address: 'http://127.0.0.1:1', driver: 'reference-ui' } },
      'saknar "signIn.password", som kanalen ui behöver',
    ],
    ['api', { ...PROFILE, fhir: 'env:GENREP_TEST_NOT_SET' }, 'GENREP_TEST_NOT_SET, som inte är satt'],
  ] as const)('says what the profile lacks for %s', async (channel, profile, sentence) => {
    await expect(openSystem({ areas: AREAS, profile, channel, clock, recordings: '' })).rejects.toThrow(
      sentence,
    );
  });
});

describe('a driver of one’s own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'genrep-driver-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const profileWith = (module: string): SystemProfile => {
    writeFileSync(path.join(folder, 'our-api.ts'), module);
    const file = path.join(folder, 'system.yaml');
    writeFileSync(
      file,
      'name: eget\nenvironment: test\napi: { driver: ./our-api.ts }\nsignIn: { method: none }\n',
    );
    return loadProfile(file);
  };
  const open = (profile: SystemProfile) =>
    openSystem({ areas: AREAS, profile, channel: 'api', clock, recordings: '' });

  it('is the file that the profile names, beside the profile', async () => {
    const module = 'export const openDriver = ({ profile }) => ({ name: profile.name, channel: "api" });\n';
    expect(await open(profileWith(module))).toEqual({ name: 'eget', channel: 'api' });
  });

  it('is told in one sentence when it opens nothing, or is not there', async () => {
    const profile = profileWith('export const driver = 1;\n');
    const renamed = { ...profile, api: { driver: path.join(folder, 'gone.ts') } };
    await expect(open(renamed)).rejects.toThrow(/ingen drivrutin .*gone\.ts; rätta "driver"/);
    const copy = path.join(folder, 'empty.ts');
    writeFileSync(copy, 'export const driver = 1;\n');
    await expect(open({ ...profile, api: { driver: copy } })).rejects.toThrow(/saknar exporten openDriver/);
  });
});
