import { afterEach, describe, expect, it } from 'vitest';
import type { SystemProfile } from '../profile.ts';
import { type Received, type Reply, type SmallServer, startSmallServer } from '../testing/small-server.ts';
import { createExchange } from './exchange.ts';
import { createSignIn } from './sign-in.ts';
import { createUndiciTransport } from './transports/undici.ts';

const PASSWORD = 'kanariefågel';
const TOKEN = 'hemlig-token';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const signInAt = ({ address }: SmallServer): SystemProfile['signIn'] => ({
  method: 'password',
  tokenEndpoint: `${address}/token`,
  clientId: 'genrep-robot',
  password: PASSWORD,
  staff: '{role}.{unit}.{shift}',
  registry: 'registry',
});

interface Signed {
  readonly server: SmallServer;
  read(account?: string): Promise<{ status: number }>;
  clock: number;
}

async function signed(answer: (request: Received) => Reply): Promise<Signed> {
  const server = await startSmallServer(answer);
  const transport = createUndiciTransport();
  opened.push(transport, server);
  const result = { server, clock: 0 };
  const exchange = createExchange({
    base: `${server.address}/fhir/`,
    transport,
    signIn: createSignIn(signInAt(server), transport, () => result.clock, 300),
    timeout: 300,
  });
  const read = (account = 'nurse') =>
    exchange(account, { method: 'GET', address: 'Patient/1', name: 'GET Patient/:id' });
  return Object.assign(result, { read });
}

const granted = (token: string, seconds = 3600): Reply => ({
  json: { access_token: token, expires_in: seconds },
});
const asked = ({ received }: SmallServer) => received.filter(({ address }) => address === '/token');

describe('signing in', () => {
  it('fetches one token an account, however many ask at once', async () => {
    const { server, read } = await signed(({ address }) =>
      address === '/token' ? granted(TOKEN) : { json: {} },
    );
    await Promise.all([read('nurse'), read('nurse'), read('physician')]);
    expect(
      asked(server)
        .map(({ body }) => decodeURIComponent(body))
        .toSorted(),
    ).toEqual(
      ['nurse', 'physician'].map(
        (name) => `grant_type=password&client_id=genrep-robot&username=${name}&password=${PASSWORD}`,
      ),
    );
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('fetches another token before the first runs out, once for all who wait', async () => {
    let tokens = 0;
    const session = await signed(({ address }) =>
      address === '/token' ? granted(`t${++tokens}`, 60) : { json: {} },
    );
    await session.read();
    session.clock = 29_000;
    await session.read();
    expect(tokens).toBe(1);
    session.clock = 31_000;
    await Promise.all([session.read(), session.read()]);
    expect(tokens).toBe(2);
    expect(session.server.received.at(-1)?.headers.authorization).toBe('Bearer t2');
  });

  it('fetches another token when the first is not accepted, and only once', async () => {
    let tokens = 0;
    const old = await signed(({ address, headers }) => {
      if (address === '/token') return granted(`t${++tokens}`);
      return headers.authorization === 'Bearer t2' ? { json: {} } : { status: 401, json: {} };
    });
    expect((await old.read()).status).toBe(200);

    const never = await signed(({ address }) =>
      address === '/token' ? granted(TOKEN) : { status: 401, json: {} },
    );
    await expect(never.read()).rejects.toMatchObject({
      kind: 'sign-in',
      message: expect.stringContaining('401'),
    });
    expect(asked(never.server)).toHaveLength(2);
  });

  it('has nothing at hand from when a token was not accepted until the next has come', async () => {
    const server = await startSmallServer(() => granted(TOKEN));
    const transport = createUndiciTransport();
    opened.push(transport, server);
    const { atHand, authorization, renew } = createSignIn(signInAt(server), transport, () => 0, 300);
    expect(atHand('nurse')).toBeUndefined();
    await authorization('nurse');
    expect(atHand('nurse')).toBe(`Bearer ${TOKEN}`);
    renew('nurse');
    expect(atHand('nurse')).toBeUndefined();
  });

  it.each([
    [
      'a no',
      { status: 400, json: { error: 'invalid_grant', error_description: `fel ${PASSWORD}` } },
      /400, invalid_grant/,
    ],
    ['a web page', { html: '<h1>Logga in</h1>' }, /annat än ett inloggningssvar/],
    ['no token', { json: {} }, /saknar access_token/],
  ] satisfies [string, Reply, RegExp][])(
    'is a sentence without secrets when the answer is %s',
    async (_, reply, words) => {
      const { read } = await signed(() => reply);
      const failure = await read().catch((error: unknown) => error);
      expect(failure).toMatchObject({
        name: 'SystemError',
        kind: 'sign-in',
        message: expect.stringMatching(words),
      });
      expect(String(failure)).not.toContain(PASSWORD);
    },
  );

  it('is tried again after it failed', async () => {
    let tries = 0;
    const { read } = await signed(({ address }) => {
      if (address !== '/token') return { json: {} };
      tries += 1;
      return tries === 1 ? { status: 503, json: {} } : granted(TOKEN);
    });
    await expect(read()).rejects.toMatchObject({ kind: 'sign-in' });
    expect((await read()).status).toBe(200);
  });
});
