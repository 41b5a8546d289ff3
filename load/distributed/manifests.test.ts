import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { SystemProfile } from '../../systems/profile.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { type ManifestOptions, manifestsOf } from './manifests.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('./testrun.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA);

const profile: SystemProfile = {
  name: 'testmiljo',
  environment: 'test',
  fhir: 'https://test.example/fhir',
  load: { host: 'test.example' },
  signIn: {
    method: 'password',
    tokenEndpoint: 'env:TOKEN_ENDPOINT',
    clientId: 'robot',
    password: 'env:ROBOT_PASSWORD',
    staff: '{role}.{unit}',
    registry: 'registry',
  },
};

const options: ManifestOptions = {
  name: 'genrep-load',
  facts: smallPlan(3, 4).facts,
  profile,
  files: new Map([
    ['script.js', 'export default () => {}'],
    ['header.json', '{}'],
    ['plan-0.ndjson', '[]\n'],
  ]),
};

const testRun = (change: Partial<ManifestOptions> = {}) => manifestsOf({ ...options, ...change }).at(-1);

describe('what k6-operator is given', () => {
  it('is a TestRun as the operator’s own schema says', () => {
    expect(validate(testRun()), JSON.stringify(validate.errors)).toBe(true);
    expect(testRun()).toMatchObject({ apiVersion: 'k6.io/v1alpha1', spec: { parallelism: 4 } });
  });

  it('is held to it: a word that the operator does not know is found', () => {
    const run = testRun() as unknown as { spec: object };
    expect(validate({ ...run, spec: { ...run.spec, paralellism: 4 } })).toBe(false);
    expect(validate({ ...run, spec: { ...run.spec, parallelism: 'fyra' } })).toBe(false);
  });

  it('refers to secrets and holds none', () => {
    expect(testRun()).toMatchObject({
      spec: {
        runner: {
          env: expect.arrayContaining([
            {
              name: 'ROBOT_PASSWORD',
              valueFrom: { secretKeyRef: { name: 'genrep-load', key: 'ROBOT_PASSWORD' } },
            },
            {
              name: 'TOKEN_ENDPOINT',
              valueFrom: { secretKeyRef: { name: 'genrep-load', key: 'TOKEN_ENDPOINT' } },
            },
          ]),
        },
      },
    });
  });

  it('has each file in a config map of its own, or all on a volume where they are too many', () => {
    const maps = manifestsOf(options).filter(({ kind }) => kind === 'ConfigMap');
    expect(maps.map(({ data }) => Object.keys(data as object))).toEqual([
      ['script.js'],
      ['header.json'],
      ['plan-0.ndjson'],
    ]);
    const onVolume = manifestsOf({ ...options, mostConfigMaps: 2 });
    expect(onVolume.map(({ kind }) => kind)).toEqual(['TestRun']);
    expect(JSON.stringify(onVolume)).toContain('persistentVolumeClaim');
    expect(validate(onVolume[0])).toBe(true);
  });
});
