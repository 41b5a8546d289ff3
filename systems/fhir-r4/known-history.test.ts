import type { Resource } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import type { RefusalKind } from '../../domain/refusal.ts';
import { Refused } from '../driver/outcome.ts';
import type { FhirClient } from './client.ts';
import { bringIn } from './known-history.ts';

const HISTORY = {
  problems: [{ icd10: 'I10.9', display: 'Essentiell hypertoni', since: '2014-09-24' }],
  allergies: [{ snomed: '91936005', display: 'Penicillinallergi', since: '2005-11-14' }],
};

/** A server that has what was written to it, found by type and code. */
function records() {
  const written: Resource[] = [];
  const client = {
    search: async (type: string, { code }: { code: string }) => ({
      find: () =>
        written.find(
          (resource) =>
            resource.resourceType === type && JSON.stringify(resource).includes(code.split('|')[1] ?? '?'),
        ),
    }),
    createUnless: async (resource: Resource) => ({
      reference: `${resource.resourceType}/${written.push(resource)}`,
      isNew: true,
    }),
  };
  return { written, client: client as unknown as FhirClient };
}

it('writes what is known of somebody, about that patient, once', async () => {
  const { written, client } = records();
  await bringIn(HISTORY, 'Patient/17', client);
  await bringIn(HISTORY, 'Patient/17', client);
  expect(written).toMatchObject([
    { resourceType: 'Condition', subject: { reference: 'Patient/17' }, onsetDateTime: '2014-09-24' },
    { resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/17' }, criticality: 'high' },
  ]);
});

it('says which account may write it, where the one that tries may not', async () => {
  const refusing = (kind: RefusalKind) =>
    ({ search: () => Promise.reject(new Refused('Rollen får inte.', kind)) }) as unknown as FhirClient;
  await expect(bringIn(HISTORY, 'Patient/17', refusing('authority'))).rejects.toThrow(
    /^Rollen får inte\. .*signIn\.migration/,
  );
  await expect(bringIn(HISTORY, 'Patient/17', refusing('conflict'))).rejects.toThrow(/^Rollen får inte\.$/);
});

it('writes nothing of somebody of whom nothing is known', async () => {
  const { written, client } = records();
  await bringIn(undefined, 'Patient/17', client);
  expect(written).toEqual([]);
});
