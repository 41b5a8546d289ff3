import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePatient } from '../testing/people.ts';
import { startTestReference, type TestReference } from '../testing/reference-client.ts';
import { resourceScopes } from './scopes.ts';

let reference: TestReference;
let patient: string;
beforeAll(async () => {
  reference = await startTestReference();
  patient = `Patient/${(await makePatient(await reference.as('registry'), '191212121212')).id}`;
});
afterAll(() => reference.close());

const NURSE = 'nurse.sas-medicin-3.day';

/** Statuses of reading a person, searching measurements and writing one, with a token of this scope. */
async function statuses(scope?: string): Promise<readonly number[]> {
  const nurse = await reference.as(NURSE, scope);
  const measurement = {
    ...{ resourceType: 'Observation', status: 'final', subject: { reference: patient } },
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
    valueQuantity: { value: 72, unit: '/min' },
  };
  const answers = [
    await nurse.get(patient),
    await nurse.get(`Observation?patient=${patient}`),
    await nurse.post('Observation', measurement),
  ];
  return answers.map(({ status }) => status);
}

it.each([
  [undefined, [200, 200, 201]],
  ['openid', [200, 200, 201]],
  ['openid user/*.cruds', [200, 200, 201]],
  ['user/Patient.rs', [200, 403, 403]],
  ['user/Patient.read user/Observation.read', [200, 200, 403]],
  ['user/Observation.crus', [403, 200, 201]],
])('a token of %s may no more than it says', async (scope, expected) => {
  expect(await statuses(scope)).toEqual(expected);
});

it('what is no scope about resources is none', () => {
  expect(resourceScopes('openid launch/patient user/Patient.rs user/Patient.rx')).toEqual([
    'user/Patient.rs',
  ]);
});
