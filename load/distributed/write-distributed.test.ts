import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { smallPlan } from '../testing/small-plan.ts';
import { writeDistributed } from './write-distributed.ts';

it('a key that a profile has in a file reaches the cluster by a secret, and stands in no file that is written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-distributed-'));
  const key = path.join(folder, 'robot.pem');
  await writeFile(key, '-----BEGIN PRIVATE KEY-----\nhemlig-rad\n');
  const out = path.join(folder, 'out');
  await writeDistributed({
    folder: out,
    run: 'prov',
    load: 'load-1',
    plan: smallPlan(2),
    areas: [],
    day: 'dag',
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: 'http://127.0.0.1/fhir',
      signIn: {
        method: 'private-key-jwt',
        tokenEndpoint: 'http://127.0.0.1/token',
        clientId: 'robot',
        key,
        keyId: 'nyckel-1',
        algorithm: 'ES384',
      },
    },
  });
  const [note, run, header] = await Promise.all(
    ['START.md', 'testrun.yaml', 'files/header.json'].map((name) => readFile(path.join(out, name), 'utf8')),
  );
  expect(note).toContain(`export GENREP_signIn_key="$(cat "${key}")"`);
  expect(note).toContain('--from-literal=GENREP_signIn_key="$GENREP_signIn_key"');
  expect(run).toContain('key: GENREP_signIn_key');
  expect(header).toContain('env:GENREP_signIn_key');
  expect(`${note}${run}${header}`).not.toContain('hemlig-rad');
});
