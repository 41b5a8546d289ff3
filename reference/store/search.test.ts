import { parseSearchRequest } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEnvironment } from '../fhir/open-environment.ts';

let environment: Awaited<ReturnType<typeof openEnvironment>>['environment'];
let close: () => void;
let clock = Date.parse('2026-11-02T08:00:00Z');

beforeAll(async () => {
  ({ environment, close } = await openEnvironment({ units: [], now: () => clock }));
  for (const resource of RECORD) {
    clock += 60_000;
    await environment.store.create(resource);
  }
});
afterAll(() => close());

const vitals = (id: string, subject: string, effectiveDateTime: string, value: number): Resource => ({
  resourceType: 'Observation',
  id,
  status: id === 'o3' ? 'amended' : 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8310-5' }] },
  subject: { reference: subject },
  effectiveDateTime,
  valueQuantity: { value, unit: '°C', system: 'http://unitsofmeasure.org', code: 'Cel' },
});

const RECORD: Resource[] = [
  { resourceType: 'Organization', id: 'kommun', name: 'Påhittade kommun' },
  {
    resourceType: 'Patient',
    id: 'asa',
    identifier: [{ system: 'urn:a', value: '1' }],
    name: [{ family: 'Öberg', given: ['Åsa', 'Märta'] }],
    birthDate: '1912-12-12',
    gender: 'female',
  },
  {
    resourceType: 'Patient',
    id: 'bo',
    identifier: [{ system: 'urn:b', value: '1' }],
    name: [{ family: 'Ek', given: ['Bo'] }],
    birthDate: '1950-06-01',
  },
  vitals('o1', 'Patient/asa', '2026-11-01', 37.2),
  vitals('o2', 'Patient/asa', '2026-11-02T07:30:00Z', 38.4),
  vitals('o3', 'Patient/bo', '2026-11-02T09:30:00+01:00', 39.96),
  {
    resourceType: 'Task',
    id: 't1',
    status: 'requested',
    intent: 'order',
    for: { reference: 'Patient/bo' },
    owner: { reference: 'Organization/kommun' },
  },
  {
    resourceType: 'ServiceRequest',
    id: 's1',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/asa' },
    requester: { identifier: { system: 'urn:hsa', value: 'SE0-1' } },
  },
];

const found = (query: string): string[] =>
  environment.committed
    .search(parseSearchRequest(query))
    .contents.map((content): Resource => JSON.parse(content))
    .map(({ id }) => id ?? '');

describe('search', () => {
  it.each([
    ['token, any system', 'Patient?identifier=1', ['asa', 'bo']],
    ['token with system', 'Patient?identifier=urn:b|1', ['bo']],
    ['token, any code of a system', 'Patient?identifier=urn:a|', ['asa']],
    ['token without system', 'Patient?gender=|female', ['asa']],
    ['comma is or', 'Observation?status=amended,final&subject=Patient/bo', ['o3']],
    ['repeated is and', 'Observation?status=final&status=amended', []],
    [':not', 'Observation?status:not=final', ['o3']],
    [':not of two', 'Observation?status:not=final,amended', []],
    [':missing=true', 'Patient?gender:missing=true', ['bo']],
    [':missing=false', 'Patient?gender:missing=false', ['asa']],
    ['string begins with, without accents and case', 'Patient?name=marta', ['asa']],
    ['string does not begin in the middle', 'Patient?family=berg', []],
    ['string :contains', 'Patient?family:contains=BERG', ['asa']],
    ['string :exact', 'Patient?family:exact=Öberg', ['asa']],
    ['string :exact minds case', 'Patient?family:exact=öberg', []],
    ['reference', 'Observation?subject=Patient/asa', ['o1', 'o2']],
    ['reference by bare id', 'Observation?patient=asa', ['o1', 'o2']],
    ['reference by type modifier', 'Observation?subject:Patient=bo', ['o3']],
    ['logical reference', 'ServiceRequest?requester:identifier=urn:hsa|SE0-1', ['s1']],
    ['date, all of the day', 'Observation?date=2026-11-02', ['o2', 'o3']],
    ['date ge', 'Observation?date=ge2026-11-02', ['o2', 'o3']],
    ['date gt', 'Observation?date=gt2026-11-01', ['o2', 'o3']],
    ['date lt', 'Observation?date=lt2026-11-02', ['o1']],
    ['date le and ge', 'Observation?date=ge2026-11-01&date=le2026-11-01', ['o1']],
    ['date minds the zone', 'Observation?date=gt2026-11-02T08:00:00Z', ['o3']],
    ['date ne', 'Observation?date=ne2026-11-02', ['o1']],
    ['birthdate of a year', 'Patient?birthdate=1912', ['asa']],
    ['quantity rounds', 'Observation?value-quantity=40.0', ['o3']],
    ['quantity is exact to its digits', 'Observation?value-quantity=39.90', []],
    ['quantity with unit', 'Observation?value-quantity=gt38|http://unitsofmeasure.org|Cel', ['o2', 'o3']],
    ['quantity in another unit', 'Observation?value-quantity=gt38|http://unitsofmeasure.org|[degF]', []],
    ['_id', 'Observation?_id=o1,o3', ['o1', 'o3']],
    ['_lastUpdated', 'Observation?_lastUpdated=lt2026-11-02T08:05:00Z', ['o1']],
    ['chained', 'Observation?subject:Patient.name=asa', ['o1', 'o2']],
    ['chained by single target', 'Observation?patient.identifier=urn:b|1', ['o3']],
    ['reverse chained', 'Patient?_has:Task:patient:owner=Organization/kommun', ['bo']],
    ['sorted', 'Observation?_sort=-date', ['o3', 'o2', 'o1']],
    ['sorted by string', 'Patient?_sort=family', ['bo', 'asa']],
    ['page', 'Observation?_count=1&_offset=1', ['o2']],
  ])('%s', (_what, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    ['an unknown parameter', 'Observation?colour=red', 'cannot be searched by "colour"'],
    ['a modifier that is not offered', 'Observation?code:below=1', 'not supported with "below"'],
    ['an unknown sort', 'Patient?_sort=colour', 'cannot be sorted by "colour"'],
    ['a chain that could go anywhere', 'Observation?performer.name=a', 'must say one type'],
    ['a date that is none', 'Observation?date=igår', 'Invalid format'],
    ['a number that is none', 'Observation?value-quantity=varm', 'not a number'],
  ])('says no to %s rather than ignoring it', (_what, query, message) => {
    expect(() => found(query)).toThrow(message);
  });

  it('tells the total and whether there is more', () => {
    const page = environment.committed.search(parseSearchRequest('Observation?_count=2&_total=accurate'));
    expect(page).toMatchObject({ total: 3, hasMore: true });
    expect(page.contents).toHaveLength(2);
  });

  it('finds what an update says and no longer what it said before', async () => {
    const [before] = await environment.store.search<Resource & { status: string }>('Task?_id=t1');
    await environment.store.update({ ...before, status: 'completed' } as Resource);
    expect(found('Task?status=requested')).toEqual([]);
    expect(found('Task?status=completed')).toEqual(['t1']);
  });
});
