import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePatient } from '../testing/people.ts';
import { askToken, PASSWORD, startTestReference, type TestReference } from '../testing/reference-client.ts';

let reference: TestReference;

beforeAll(async () => {
  reference = await startTestReference();
});
afterAll(() => reference.close());

const meOf = async (token: unknown): Promise<Response> =>
  fetch(`${reference.ui}/me`, { headers: { authorization: `Bearer ${token}` } });

describe('robots', () => {
  const signIn = (username: string, password = PASSWORD) =>
    askToken(reference.tokenEndpoint, { grant_type: 'password', username, password });

  it('get a token for an hour, and a new one for the refresh token', async () => {
    const { status, body } = await signIn('nurse.sas-medicin-3.evening');
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const refreshed = await askToken(reference.tokenEndpoint, {
      grant_type: 'refresh_token',
      refresh_token: String(body.refresh_token),
    });
    expect(refreshed.status).toBe(200);
    expect(await (await meOf(refreshed.body.access_token)).json()).toEqual({
      userName: 'nurse.sas-medicin-3.evening',
      role: 'nurse',
      display: 'Rasmus Förlageäng, sjuksköterska, Medicinavdelning 3 SÄS',
      hsaId: expect.stringMatching(/^SE0000000000-P[0-9A-F]{8}$/),
      unit: {
        key: 'sas-medicin-3',
        name: 'Medicinavdelning 3 SÄS',
        kind: 'ward',
        hsaId: 'SE0000000000-GR03',
        reference: 'Organization/sas-medicin-3',
      },
      may: expect.arrayContaining(['give drugs']),
    });
  });

  it.each([
    ['a wrong password', 'nurse.sas-medicin-3.day', 'fel'],
    ['a role that does not work there', 'nurse.sas-lab.day', PASSWORD],
    ['a unit that is not there', 'nurse.sas-mars.day', PASSWORD],
    ['no shift', 'nurse.sas-medicin-3', PASSWORD],
    ['nobody', '', PASSWORD],
    ['a patient that nobody has made known', '200001252386', PASSWORD],
  ])('are refused with %s', async (_what, username, password) => {
    const { status, body } = await signIn(username, password);
    expect([status, body.error]).toEqual([400, 'invalid_grant']);
  });

  it('sign in as a patient by identity number', async () => {
    const patient = await makePatient(await reference.as('registry'), '200001252386');
    const { body } = await signIn('200001252386');
    expect(await (await meOf(body.access_token)).json()).toMatchObject({
      role: 'patient',
      patient: `Patient/${patient.id}`,
      display: 'Åsa Märta Öberg-Ångström',
    });
  });
});

describe('people', () => {
  /** A browser as far as the sign-in needs one: follows redirects by hand and keeps cookies. */
  function browser() {
    const cookies = new Map<string, string>();
    return async (address: string, init: RequestInit = {}): Promise<Response> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(new URL(address, reference.ui), {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie },
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      return answer;
    };
  }
  const form = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const verifier = randomBytes(32).toString('base64url');
  const authorization = (overrides: Record<string, string> = {}): string =>
    `/oidc/auth?${new URLSearchParams({
      client_id: 'genrep-web',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${reference.ui}/callback`,
      state: 'tillstånd',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
      ...overrides,
    })}`;
  const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

  async function signInPage(open: ReturnType<typeof browser>): Promise<string> {
    return locationOf(await open(authorization()));
  }

  it('see a Swedish page with labelled fields, and are told when the password is wrong', async () => {
    const open = browser();
    const page = await signInPage(open);
    const html = await (await open(page)).text();
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<label for="userName">Användarnamn</label>');
    expect(html).toContain('<label for="password">Lösenord</label>');
    expect(html).toContain('<button type="submit">Logga in</button>');
    const wrong = await open(page, form({ userName: '"><b>', password: 'fel' }));
    expect(wrong.status).toBe(401);
    const complaint = await wrong.text();
    expect(complaint).toContain('role="alert"');
    expect(complaint).not.toContain('"><b>');
  });

  it('come back with a code, which with the verifier becomes a token, once', async () => {
    const open = browser();
    const page = await signInPage(open);
    const signedIn = await open(page, form({ userName: 'physician.vc-ekbacken.day', password: PASSWORD }));
    const back = new URL(locationOf(await open(locationOf(signedIn))));
    expect(back.origin + back.pathname).toBe(`${reference.ui}/callback`);
    expect(back.searchParams.get('state')).toBe('tillstånd');
    const exchange = {
      client_id: 'genrep-web',
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: `${reference.ui}/callback`,
      code_verifier: verifier,
    };
    const { status, body } = await askToken(reference.tokenEndpoint, exchange);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', id_token: expect.any(String) });
    const userInfo = await fetch(`${reference.ui}/oidc/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await userInfo.json()).toMatchObject({
      sub: 'physician.vc-ekbacken.day',
      role: 'physician',
      unit: { key: 'vc-ekbacken', reference: 'Organization/vc-ekbacken' },
    });
    expect((await askToken(reference.tokenEndpoint, exchange)).status).toBe(400);
  });

  it('are refused without PKCE, and at an address that is not the client', async () => {
    const open = browser();
    const without = locationOf(await open(authorization({ code_challenge: '', code_challenge_method: '' })));
    expect(new URL(without).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await open(authorization({ redirect_uri: 'http://127.0.0.1:9/callback' }));
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('Inloggningen kunde inte göras');
  });
});
