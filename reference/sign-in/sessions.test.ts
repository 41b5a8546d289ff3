import type Provider from 'oidc-provider';
import { expect, it } from 'vitest';
import { createSessions } from './sessions.ts';

/** A provider that knows one token, and how often it was asked. */
function providerOf(token: string, exp: number, now: () => number) {
  let asked = 0;
  const AccessToken = {
    find: async (value: string) => {
      asked += 1;
      return value === token && exp * 1000 > now() ? { accountId: 'registry', grantId: 'g', exp } : undefined;
    },
  };
  return { provider: () => ({ AccessToken }) as unknown as Provider, asked: () => asked };
}

it('asks the provider once a token, and again when the token has expired', async () => {
  let clock = 0;
  const now = (): number => clock;
  const { provider, asked } = providerOf('t', 3600, now);
  const person = { userName: 'registry', role: 'registry', display: 'r' } as const;
  const { sessions } = createSessions(provider, async () => person, now);
  expect([await sessions('t'), await sessions('t'), await sessions('t')]).toEqual([person, person, person]);
  expect(asked()).toBe(1);
  clock = 3_600_000;
  expect(await sessions('t')).toBeUndefined();
  expect(asked()).toBe(2);
});

it('asks the provider again when what gave the token was revoked, and only then', async () => {
  const now = (): number => 0;
  const { provider, asked } = providerOf('t', 3600, now);
  const person = { userName: 'registry', role: 'registry', display: 'r' } as const;
  const { sessions, forget } = createSessions(provider, async () => person, now);
  await sessions('t');
  forget('another');
  await sessions('t');
  expect(asked()).toBe(1);
  forget('g');
  await sessions('t');
  expect(asked()).toBe(2);
});

it('knows nobody by a token that the provider does not know', async () => {
  const now = (): number => 0;
  const { provider } = providerOf('t', 3600, now);
  const { sessions } = createSessions(provider, async () => undefined, now);
  expect(await sessions('other')).toBeUndefined();
  expect(await sessions('t')).toBeUndefined();
});
