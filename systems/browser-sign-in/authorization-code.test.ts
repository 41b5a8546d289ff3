import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { SIGN_IN_PASSWORD, type SignInPagesOptions, startSignInPages } from '../testing/sign-in-pages.ts';
import { createSignInBrowser } from './browser.ts';
import { type RobotOptions, robotAt } from './testing/robot.ts';

const browser = createSignInBrowser();
afterAll(() => browser.close());

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function robot(pages: SignInPagesOptions = {}, options: Omit<RobotOptions, 'server' | 'browser'> = {}) {
  const server = await startSignInPages(pages);
  const reader = robotAt({ server, browser, ...options });
  opened.push(reader, server);
  return { server, ...reader };
}

/** What the robot says of a sign-in that does not work. */
async function sentence(...of: Parameters<typeof robot>): Promise<string> {
  const { read } = await robot(...of);
  const failure = await read('nurse').catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'SystemError', kind: 'sign-in' });
  const { message, cause } = failure as Error;
  expect(cause).toBeUndefined();
  expect(message).not.toContain(SIGN_IN_PASSWORD);
  expect(message).not.toMatch(/code=|verifier|state=/);
  return message;
}

const form = (change: Readonly<Record<string, string>>): { readonly form: string } => ({
  form: JSON.stringify({ userName: 'Användarnamn', password: 'Lösenord', submit: 'Logga in', ...change }),
});

/** What never comes is not waited for long. */
const SOON = { patience: 3_000 };

describe('signing in on pages', () => {
  it('is done by each with an account of their own, once, with PKCE', async () => {
    const { server, read } = await robot();
    const answers = await Promise.all(['nurse', 'nurse', 'physician', undefined].map((who) => read(who)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(server.signedIn.toSorted()).toEqual(['nurse', 'physician', 'register']);
    for (const asked of server.asked) {
      expect(Object.fromEntries(asked)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        scope: 'openid user/Patient.rs',
      });
    }
    expect(new Set(server.asked.map((asked) => asked.get('state'))).size).toBe(3);
  });

  it('lets the client in where that is asked for', async () => {
    const { read } = await robot({ asksForConsent: true }, { signIn: form({ consent: 'Tillåt' }) });
    expect((await read('nurse')).status).toBe(200);
  });

  it('goes by the endpoints of the profile, where no issuer is told, with parameters of its own', async () => {
    const { server, read } = await robot({}, { signIn: { parameters: '{ acr_values: loa3 }' } });
    const told = { authorizationEndpoint: server.authorizationEndpoint, tokenEndpoint: server.tokenEndpoint };
    const byEndpoints = robotAt({ server, browser, signIn: { issuer: undefined, ...told } });
    opened.push(byEndpoints);
    expect([(await read('nurse')).status, (await byEndpoints.read('nurse')).status]).toEqual([200, 200]);
    expect(server.asked.map((asked) => asked.get('acr_values'))).toEqual(['loa3', null]);
  });

  it('writes the user name and the password on a page each', async () => {
    const { read } = await robot({ twoPages: true }, { signIn: form({ next: 'Nästa' }) });
    expect((await read('nurse')).status).toBe(200);
  });

  it('is left to a module, which is given the page and the account', async () => {
    const { server, read } = await robot(
      {},
      {
        signIn: { form: undefined, module: './our-sign-in.ts' },
        module: `export async function signIn(page, { userName, password }) {
          await page.getByLabel('Användarnamn').fill(userName);
          await page.getByLabel('Lösenord').fill(password);
          await page.keyboard.press('Enter');
        }`,
      },
    );
    expect((await read('nurse')).status).toBe(200);
    expect(server.signedIn).toEqual(['nurse']);
  });
});

describe('a token that runs out', () => {
  it('is renewed by its refresh token before that, and when it is taken back', async () => {
    const { server, read, forward } = await robot({ lifetime: 60 });
    await read('nurse');
    forward(31_000);
    expect((await read('nurse')).status).toBe(200);
    server.revokeTokens();
    expect((await read('nurse')).status).toBe(200);
    expect(server.tokensAsked()).toBe(3);
    expect(server.signedIn).toEqual(['nurse']);
  });

  it('is renewed by signing in again where no refresh token is taken', async () => {
    const { server, read } = await robot();
    await read('nurse');
    server.forgetRefreshTokens();
    server.revokeTokens();
    expect((await read('nurse')).status).toBe(200);
    expect(server.signedIn).toEqual(['nurse', 'nurse']);
  });
});

describe('a sign-in that does not work is one sentence with the key and its line:', () => {
  it('a wrong password', async () => {
    expect(await sentence({}, { password: 'gissningen-8' })).toMatch(
      /^nurse kunde inte logga in: sidan ”Logga in” visas igen och säger ”Ordet \[hemlighet borttagen\] är fel”; kontrollera signIn\.password \(.*system\.yaml:12:13\) och signIn\.staff \(.*:10:10\) i systemprofilen\.$/,
    );
  });

  it('a no that is told where the form stands', async () => {
    expect(await sentence({ staysOnPage: true })).toMatch(
      /visas igen och säger ”Kontot är spärrat”; kontrollera signIn\.password/,
    );
  });

  it('a field that is called something else', async () => {
    expect(await sentence({}, { signIn: form({ userName: 'Användare' }), ...SOON })).toMatch(
      /fältet ”Användare” finns inte på sidan ”Logga in”, som har fälten ”Användarnamn” och ”Lösenord”; kontrollera signIn\.form\.userName \(.*system\.yaml:13:\d+\)/,
    );
  });

  it('a button that is called something else', async () => {
    expect(await sentence({}, { signIn: form({ submit: 'Fortsätt' }), ...SOON })).toMatch(
      /knappen ”Fortsätt” finns inte på sidan ”Logga in”, som har knappen ”Logga in”; kontrollera signIn\.form\.submit \(.*:13:/,
    );
  });

  it('a question that nobody told of', async () => {
    expect(await sentence({ asksForConsent: true })).toMatch(
      /efter lösenordet frågar sidan ”Godkänn” något mer, med knapparna ”Tillåt” och ”Avbryt”; kontrollera signIn\.form\.consent \(.*:13:/,
    );
  });

  it('a page that leads nowhere', async () => {
    expect(await sentence({ leadsNowhere: true }, SOON)).toMatch(
      /ingen kom tillbaka inom 3 s; sidan ”Vänta” visas; kontrollera signIn\.redirectUri \(.*:8:16\)/,
    );
  });

  it('an answer to somebody else', async () => {
    expect(await sentence({ tampersWith: 'state' })).toMatch(
      /en annan state än den som skickades; kontrollera signIn\.redirectUri/,
    );
    expect(await sentence({ tampersWith: 'nonce' })).toMatch(
      /en annan nonce än den som skickades; kontrollera signIn\.issuer/,
    );
  });

  it('a client, an address or a scope that the provider does not know', async () => {
    expect(await sentence({}, { signIn: { clientId: 'ingen' } })).toMatch(
      /svarade 400 när inloggningen skulle visas; kontrollera signIn\.clientId \(.*:7:13\) och signIn\.redirectUri/,
    );
    expect(await sentence({}, { signIn: { redirectUri: 'http://127.0.0.1:9/fel' } })).toMatch(
      /svarade 400 .*signIn\.redirectUri/,
    );
    expect(await sentence({}, { signIn: { scope: 'openid user/Observation.rs' } })).toMatch(
      /systemet svarade invalid_scope; kontrollera signIn\.scope \(.*:9:10\)/,
    );
  });

  it('a module that gives up, does nothing, or is none', async () => {
    const signIn = { form: undefined, module: './our-sign-in.ts' };
    const gives = `export const signIn = async (_, { password }) => { throw new Error('hittar inte ' + password + '\\nmer'); };`;
    expect(await sentence({}, { signIn, module: gives })).toMatch(
      /modulen gav upp \(hittar inte \[hemlighet borttagen\]\); kontrollera signIn\.module \(.*:13:11\)/,
    );
    expect(await sentence({}, { signIn, module: 'export const signIn = async () => {};', ...SOON })).toMatch(
      /modulen blev klar, men ingen kom tillbaka inom 3 s; kontrollera signIn\.module/,
    );
    const { read } = await robot({}, { signIn, module: 'export const login = 1;' });
    await expect(read()).rejects.toThrow(/our-sign-in\.ts: Modulen saknar exporten signIn/);
  });

  it('an issuer that is none, or calls itself something else', async () => {
    const { server } = await robot();
    expect(await sentence({}, { signIn: { issuer: `${server.issuer}/nej` } })).toMatch(
      /nej\/\.well-known\/openid-configuration svarade 404 .*kontrollera signIn\.issuer \(.*:6:11\)/,
    );
    expect(
      await sentence({}, { signIn: { issuer: server.issuer.replace('127.0.0.1', 'localhost') } }),
    ).toMatch(/utfärdaren kallar sig http:\/\/127\.0\.0\.1.*kontrollera signIn\.issuer/);
  });
});

it('a page that nobody answers is out of reach, by its host', async () => {
  const { server } = await robot();
  const told = { authorizationEndpoint: 'http://127.0.0.1:9/auth', tokenEndpoint: server.tokenEndpoint };
  const reader = robotAt({ server, browser, signIn: { issuer: undefined, ...told } });
  opened.push(reader);
  await expect(reader.read()).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('127.0.0.1:9'),
  });
});
