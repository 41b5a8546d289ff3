import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProfileExchange } from '../../fhir-r4/profile-exchange.ts';
import { createUndiciTransport } from '../../fhir-r4/transports/undici.ts';
import { loadProfile } from '../../load-profile.ts';
import { completed } from '../../sign-in-files.ts';
import { REDIRECT_URI, SIGN_IN_PASSWORD, type SignInPages } from '../../testing/sign-in-pages.ts';
import { authorizationCodeStrategy } from '../authorization-code.ts';
import type { SignInBrowser } from '../browser.ts';

/** A robot that reads on a server where people sign in on pages. */
export interface Robot {
  read(account?: string): Promise<{ readonly status: number }>;
  /** Lets the robot's clock, not the server's, go so many milliseconds. */
  forward(milliseconds: number): void;
  close(): Promise<void>;
}

/** Lines of signIn in the profile, by key; what is undefined is left out. */
export type Written = Readonly<Record<string, string | undefined>>;

export interface RobotOptions {
  readonly server: SignInPages;
  readonly browser: SignInBrowser;
  /** Other lines than those that work. */
  readonly signIn?: Written;
  /** A module beside the profile, our-sign-in.ts. */
  readonly module?: string;
  readonly password?: string;
  /** How long a page may take. */
  readonly patience?: number;
}

const PATIENCE = 10_000;

export function robotAt(options: RobotOptions): Robot {
  const { server, browser, signIn = {}, module, password, patience = PATIENCE } = options;
  const folder = mkdtempSync(join(tmpdir(), 'genrep-sign-in-'));
  const lines: Written = {
    issuer: server.issuer,
    clientId: 'genrep-robot',
    redirectUri: REDIRECT_URI,
    scope: 'openid user/Patient.rs',
    staff: '"{role}"',
    registry: 'register',
    password: 'env:OURS',
    form: '{ userName: Användarnamn, password: Lösenord, submit: Logga in }',
    ...signIn,
  };
  const written = Object.entries(lines).flatMap(([key, value]) =>
    value === undefined ? [] : `  ${key}: ${value}`,
  );
  const file = join(folder, 'system.yaml');
  writeFileSync(
    file,
    `name: prov\nenvironment: test\nfhir: ${server.fhir}\nsignIn:\n  method: authorization-code\n${written.join('\n')}\n`,
  );
  if (module !== undefined) writeFileSync(join(folder, 'our-sign-in.ts'), module);
  const profile = completed(loadProfile(file), { OURS: password ?? SIGN_IN_PASSWORD });
  const transport = createUndiciTransport();
  let ahead = 0;
  const { exchange, accounts } = createProfileExchange({
    profile,
    transport,
    inBrowser: (asking, now) => {
      if (profile.signIn.method !== 'authorization-code') throw new Error(profile.signIn.method);
      return authorizationCodeStrategy(profile.signIn, browser, asking, now, patience);
    },
    now: () => Date.now() + ahead,
    timeout: 5_000,
  });
  return {
    read: (account = accounts.registry) =>
      exchange(account, { method: 'GET', address: 'Patient/1', name: 'GET Patient/:id' }),
    forward(milliseconds) {
      ahead += milliseconds;
    },
    async close() {
      await transport.close();
      rmSync(folder, { recursive: true });
    },
  };
}
