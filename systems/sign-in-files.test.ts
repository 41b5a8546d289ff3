import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { loadProfile } from './load-profile.ts';
import { completed, filesIntoEnvironment, secretsOf } from './sign-in-files.ts';
import { newSignInKey } from './testing/sign-in-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'genrep-sign-in-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { privateKey } = await newSignInKey('ES384');
writeFileSync(join(folder, 'robot.pem'), privateKey);

function profileWith(key: string) {
  const file = join(folder, 'system.yaml');
  writeFileSync(
    file,
    `name: prov
environment: test
fhir: http://127.0.0.1/fhir
signIn:
  method: private-key-jwt
  tokenEndpoint: http://127.0.0.1/token
  clientId: robot
  key: ${key}
  keyId: nyckel-1
  algorithm: ES384
`,
  );
  return loadProfile(file);
}

describe('a key that a profile names', () => {
  it('is read from a file beside the profile, or from the environment', () => {
    expect(completed(profileWith('./robot.pem'), {}).signIn).toMatchObject({ key: privateKey });
    expect(completed(profileWith('env:ROBOT'), { ROBOT: privateKey }).signIn).toMatchObject({
      key: privateKey,
    });
  });

  it('reaches other programs by their environment, and stands in nothing that is written for them', () => {
    const { profile, environment, files } = filesIntoEnvironment(profileWith('./robot.pem'));
    expect(profile.signIn).toMatchObject({ key: 'env:GENREP_signIn_key' });
    expect(environment).toEqual({ GENREP_signIn_key: privateKey });
    expect(files).toEqual({ GENREP_signIn_key: join(folder, 'robot.pem') });
  });

  it('that is not there is told with its file', () => {
    expect(() => completed(profileWith('./ingen.pem'), {})).toThrow(InputError);
    expect(() => completed(profileWith('./ingen.pem'), {})).toThrow(
      /"signIn.key" ur filen .*ingen\.pem, som inte går att läsa/,
    );
  });

  it('is a secret, line by line', () => {
    const secrets = secretsOf(completed(profileWith('./robot.pem'), {}));
    const [, first = 'ingen rad'] = privateKey.split('\n');
    expect(secrets).toContain(first);
    expect(secrets.join()).not.toContain('BEGIN');
  });

  it('may not stand in the profile itself', () => {
    expect(() => profileWith('"MIGHAgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGb"')).toThrow(/system\.yaml:8:8/);
  });
});
