import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { findK6Patiently } from '../load/find-k6.ts';
import { runK6 } from '../load/run/k6-process.ts';
import type { PrivateKeySignIn } from '../systems/sign-in-profile.ts';
import { startAuthorizationServer } from '../systems/testing/authorization-server.ts';
import { newSignInKey } from '../systems/testing/sign-in-key.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const K6 = await findK6Patiently({ root: ROOT, environment: process.env }, (line) =>
  process.stderr.write(`${line}\n`),
);

/** Signs in with what k6 runs, as the load's own script does, and says whom the answer lets read. */
const SCRIPT = `
import './web-crypto.ts';
import { createProfileExchange } from '../../systems/fhir-r4/profile-exchange.ts';
import { createK6Transport } from './k6-transport.ts';
export default async function () {
  const watch = { request: () => undefined, failure: () => undefined };
  const { exchange, accounts } = createProfileExchange({
    profile: JSON.parse(__ENV.PROFILE), transport: createK6Transport(watch), now: () => Date.now(), timeout: 5000,
  });
  const { status } = await exchange(accounts.registry, { method: 'GET', address: 'Patient/1', name: 'read' });
  console.log('STATUS ' + status);
}
`;

async function readInK6(profile: object): Promise<string[]> {
  if (!K6.found) throw new Error(K6.reason);
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-k6-'));
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: path.join(ROOT, 'load', 'script') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    external: ['k6', 'k6/*'],
    supported: { 'async-generator': false, 'for-await': false },
  });
  await writeFile(path.join(folder, 'script.js'), outputFiles[0]?.text ?? '');
  const { words } = await runK6({
    program: K6.program,
    folder,
    environment: { ...process.env, PROFILE: JSON.stringify(profile) },
    signal: AbortSignal.timeout(20_000),
    take: () => undefined,
  });
  return words.filter((word) => /STATUS|rror/.test(word));
}

it.each(['RS384', 'ES384'] as const)(
  'k6 signs in with a key for %s, and not with another',
  async (algorithm) => {
    const { privateKey, jwk } = await newSignInKey(algorithm);
    const server = await startAuthorizationServer({
      clients: [
        {
          client_id: 'robot',
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: algorithm,
          jwks: { keys: [jwk] },
          grant_types: ['client_credentials'],
          response_types: [],
          redirect_uris: [],
        },
      ],
    });
    const signIn: PrivateKeySignIn = {
      method: 'private-key-jwt',
      tokenEndpoint: server.tokenEndpoint,
      clientId: 'robot',
      key: privateKey,
      keyId: jwk.kid,
      algorithm,
    };
    const profile = { name: 'prov', environment: 'test', fhir: server.fhir, signIn };
    try {
      expect(await readInK6(profile)).toEqual(['STATUS 200']);
      const { privateKey: key } = await newSignInKey(algorithm);
      expect((await readInK6({ ...profile, signIn: { ...signIn, key } })).join()).toContain('invalid_client');
    } finally {
      await server.close();
    }
  },
);
