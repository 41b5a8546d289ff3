import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import type { Credentials } from './credentials.ts';
import { escaped, htmlPage } from './html-page.ts';

export const SIGN_IN_PATH = '/sign-in';

interface SignInForm {
  readonly userName?: string;
  readonly password?: string;
}

/** The page where people sign in, between the provider's request for it and its way back to the web client. */
export function registerSignInPage(
  app: FastifyInstance,
  provider: () => Provider,
  credentials: Credentials,
): void {
  app.get(`${SIGN_IN_PATH}/:uid`, async (request, reply) => {
    const { params } = await provider().interactionDetails(request.raw, reply.raw);
    const chosen = typeof params.login_hint === 'string' ? params.login_hint : '';
    return reply.type('text/html; charset=utf-8').send(page(chosen));
  });
  app.post<{ Body: SignInForm }>(`${SIGN_IN_PATH}/:uid`, async (request, reply) => {
    const { userName = '', password = '' } = request.body;
    const person = await credentials(userName.trim(), password);
    if (person === undefined) {
      return reply.code(401).type('text/html; charset=utf-8').send(page(userName, WRONG));
    }
    reply.hijack();
    await provider().interactionFinished(request.raw, reply.raw, { login: { accountId: person.userName } });
  });
}

const WRONG = 'Användarnamnet eller lösenordet är fel. Kontrollera dem och försök igen.';

function page(userName = '', problem?: string): string {
  const alert =
    problem === undefined
      ? ''
      : `<p role="alert" id="problem" class="problem"><strong>Fel:</strong> ${problem}</p>`;
  return htmlPage(
    'Logga in',
    `<p class="about">Genrep referensmiljö – endast påhittade personer</p>
  ${alert}
  <form method="post">
    <label for="userName">Användarnamn</label>
    <input id="userName" name="userName" autocomplete="username" required${userName === '' ? ' autofocus' : ''} value="${escaped(userName)}"${problem === undefined ? '' : ' aria-describedby="problem"'}>
    <label for="password">Lösenord</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required${userName === '' ? '' : ' autofocus'}>
    <button type="submit">Logga in</button>
  </form>`,
  );
}
