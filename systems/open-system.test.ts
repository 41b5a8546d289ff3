import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Timekeeper } from '../domain/time.ts';
import { openSystem } from './open-system.ts';
import type { SystemProfile } from './profile.ts';
import { AREAS } from './testing/areas.ts';

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
