import { describe, expect, it } from 'vitest';
import type { SignInProfile } from '../sign-in-profile.ts';
import { person, UNITS } from '../testing/people.ts';
import { accountsOf, patientsSignIn } from './account.ts';

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

  const tokenEndpoint = 'http://127.0.0.1/token';
  const nurse = { role: 'nurse', unit: 'ward' } as const;
  const patient = { role: 'patient', unit: null } as const;
  const accounts = (signIn: SignInProfile) => accountsOf({ name: 'x', environment: 'test', signIn });

  it('are the client where the system trusts one, and no patient', () => {
    const client = { method: 'client-credentials', tokenEndpoint, clientId: 'c', clientSecret: 's' } as const;
    expect(accounts(client).of(nurse, UNITS.ward, identifier)).toBe('c');
    expect(accounts(client).registry).toBe('c');
    expect(() => accounts(client).of(patient, undefined, identifier)).toThrow(/patienter loggar in/);
    expect(patientsSignIn(client)).toBe(false);
  });

  it('are roles where each has a certificate; a role without one is told with its key', () => {
    const certificate = { clientId: 'c', certificate: 'env:C', key: 'env:K' };
    const certificates = { registry: certificate, nurse: certificate };
    const siths = { method: 'certificate', tokenEndpoint, certificates } as const;
    expect(accounts(siths).of(nurse, UNITS.ward, identifier)).toBe('nurse');
    expect(accounts(siths).migration).toBe('registry');
    expect(() => accounts(siths).of({ role: 'physician', unit: 'ward' }, UNITS.ward, identifier)).toThrow(
      'lägg till signIn.certificates.physician',
    );
    expect(patientsSignIn(siths)).toBe(false);
    expect(patientsSignIn({ ...siths, certificates: { ...certificates, patient: certificate } })).toBe(true);
  });
});
