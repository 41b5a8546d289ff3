import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Organization } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { openEnvironment } from '../fhir/open-environment.ts';
import { openDatabase } from './database.ts';

it('keeps what was stored in a folder, and how to find it, until the next time', async () => {
  const data = mkdtempSync(join(tmpdir(), 'genrep-test-'));
  const now = (): number => 0;
  const first = await openEnvironment({ data, units: [], now });
  await first.environment.store.create<Organization>({
    resourceType: 'Organization',
    id: 'u',
    name: 'Enheten',
  });
  first.close();
  const second = await openEnvironment({ data, units: [], now });
  const found = await second.environment.store.search<Organization>('Organization?name=enh');
  second.close();
  rmSync(data, { recursive: true });
  expect(found).toMatchObject([{ id: 'u', name: 'Enheten', meta: { versionId: '1' } }]);
});

it('leaves nothing behind without a folder', () => {
  const { writing, close } = openDatabase();
  const folder = dirname(writing.name);
  expect(existsSync(folder)).toBe(true);
  close();
  expect(existsSync(folder)).toBe(false);
});
