import { authorizationCodeStrategy } from './browser-sign-in/authorization-code.ts';
import { createSignInBrowser } from './browser-sign-in/browser.ts';
import { identitiesOf } from './client-certificates.ts';
import type { BrowserStrategy } from './fhir-r4/sign-in/strategy-of.ts';
import type { Transport } from './fhir-r4/transport.ts';
import { createUndiciTransport } from './fhir-r4/transports/undici.ts';
import type { SystemProfile } from './profile.ts';
import type { AuthorizationCodeSignIn } from './sign-in-profile.ts';

/** What Node reaches a FHIR server with. */
interface Means {
  /** Closes what else there is, too. */
  readonly transport: Transport;
  readonly inBrowser?: BrowserStrategy;
}

/** As a completed profile needs them. */
export function meansOf({ signIn }: SystemProfile): Means {
  switch (signIn.method) {
    case 'certificate':
      return { transport: createUndiciTransport({ identities: identitiesOf(signIn) }) };
    case 'authorization-code':
      return withBrowser(signIn);
    default:
      return { transport: createUndiciTransport() };
  }
}

function withBrowser(signIn: AuthorizationCodeSignIn): Means {
  const transport = createUndiciTransport();
  const browser = createSignInBrowser();
  return {
    transport: {
      request: transport.request,
      close: async () => {
        await Promise.all([transport.close(), browser.close()]);
      },
    },
    inBrowser: (asking, now) => authorizationCodeStrategy(signIn, browser, asking, now),
  };
}
