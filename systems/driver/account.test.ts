import { describe, expect, it } from 'vitest';
import { person, UNITS } from '../testing/people.ts';
import { accountsOf } from './account.ts';

const { identifier } = person(1);
const signIn = {
  method: 'password',
  tokenEndpoint: 'http://127.0.0.1/token',
  clientId: 'c',
  password: 'p',
  staff: '{role}.{unit}.{shift}',
  registry: 'registry',
} as const;
const withPatients = accountsOf({
  name: 'x',
  environment: 'test',
  signIn: { ...signIn, patient: 'p-{identifier}' },
});

describe('accounts', () => {
  it('follow the patterns of the profile', () => {
    const { ward } = UNITS;
    expect(withPatients.registry).toBe('registry');
    expect(withPatients.of({ role: 'nurse', unit: 'ward', shift: 'evening' }, ward, identifier)).toBe(
      'nurse.sas-medicin-3.evening',
    );
    expect(withPatients.of({ role: 'nurse', unit: 'ward' }, ward, identifier)).toBe(
      'nurse.sas-medicin-3.day',
    );
    expect(withPatients.of({ role: 'patient', unit: null }, undefined, identifier)).toBe(
      `p-${identifier.value}`,
    );
  });

  it('are one where nobody signs in', () => {
    const nobody = accountsOf({ name: 'x', environment: 'test', signIn: { method: 'none' } });
    expect(nobody.of({ role: 'patient', unit: null }, undefined, identifier)).toBe(nobody.registry);
  });

  it('cannot be had for patients that the profile does not let in, nor for staff at no unit', () => {
    const staffOnly = accountsOf({ name: 'x', environment: 'test', signIn });
    expect(() => staffOnly.of({ role: 'patient', unit: null }, undefined, identifier)).toThrow(
      'patienter loggar in',
    );
    expect(() => staffOnly.of({ role: 'nurse', unit: 'ward' }, undefined, identifier)).toThrow(
      'saknar den enhet',
    );
  });
});
