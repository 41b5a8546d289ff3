import { parseSearchRequest, validateResource } from '@medplum/core';
import type { CapabilityStatement, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IndexValue, indexValues } from '../store/index-values.ts';
import { EXAMPLES, FURTHER_EXAMPLES } from '../testing/examples.ts';
import { capabilityStatement } from './capability-statement.ts';
import type { Environment } from './environment.ts';
import { openEnvironment } from './open-environment.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
let environment: Environment;
let close: () => void;
let statement: CapabilityStatement;
const stored = new Map<string, Resource[]>();

beforeAll(async () => {
  ({ environment, close } = await openEnvironment({ units: [], now: () => NOW }));
  environment.baseUrl = 'http://127.0.0.1:1/fhir';
  for (const example of [...EXAMPLES, ...FURTHER_EXAMPLES]) {
    const resource = await environment.store.create(example);
    stored.set(example.resourceType, [...(stored.get(example.resourceType) ?? []), resource]);
  }
  statement = capabilityStatement(environment, { name: 'Genrep', version: '1' });
});
afterAll(() => close());

/** A search value that this indexed value must be found by, and one of the same kind that it must not. */
const ASKED: Readonly<Record<string, (value: IndexValue) => [string, string]>> = {
  token: ({ system, value }) => [system === '' ? value : `${system}|${value}`, 'something-else'],
  reference: ({ value }) => [value, 'Patient/somebody-else'],
  string: ({ system }) => [encodeURIComponent(system), 'zzz'],
  date: ({ low }) => [`ge${new Date(low).toISOString()}`, 'lt1900-01-01'],
  quantity: ({ low }) => [String(low), String(low + 100)],
};

const found = (query: string): (string | undefined)[] =>
  environment.committed.search(parseSearchRequest(query)).contents.map((content) => JSON.parse(content).id);

describe('the CapabilityStatement', () => {
  it('is itself valid', () => {
    expect(() => validateResource(statement)).not.toThrow();
    expect(statement.rest?.[0]?.resource?.map(({ type }) => type)).toEqual(environment.catalogue.types);
    expect([...stored.keys()]).toEqual(environment.catalogue.types);
  });

  it('names search parameters that each find what they should and nothing else', () => {
    for (const { type, searchParam = [] } of statement.rest?.[0]?.resource ?? []) {
      const resources = stored.get(type) ?? [];
      const indexed = resources.map((resource) => ({
        resource,
        values: indexValues(resource, environment.catalogue),
      }));
      for (const { name, type: kind } of searchParam) {
        const what = `${type}?${name}`;
        if (name === '_id' || name === '_lastUpdated') continue;
        const [holder] = indexed.filter(({ values }) => values.some(({ code }) => code === name));
        const value = holder?.values.find(({ code }) => code === name);
        const ask = ASKED[kind];
        expect(value && ask, `${what} has an example`).toBeDefined();
        if (value === undefined || ask === undefined) continue;
        const [right, wrong] = ask(value);
        expect(found(`${what}=${right}`), `${what}=${right}`).toEqual([holder?.resource.id]);
        expect(found(`${what}=${wrong}`), `${what}=${wrong}`).toEqual([]);
      }
      const [first] = resources;
      expect(found(`${type}?_id=${first?.id}`)).toEqual([first?.id]);
      expect(found(`${type}?_lastUpdated=2026-11-02`)).toHaveLength(resources.length);
      expect(found(`${type}?_lastUpdated=lt2026-11-02`)).toEqual([]);
    }
  });

  it('names only interactions that somebody has the authority for', () => {
    const interactionsOf = (type: string): string[] =>
      statement.rest?.[0]?.resource
        ?.find((resource) => resource.type === type)
        ?.interaction?.map(({ code }) => code)
        .sort() ?? [];
    expect(interactionsOf('AuditEvent')).toEqual(['history-instance', 'read', 'search-type', 'vread']);
    expect(interactionsOf('DetectedIssue')).toContain('update');
    expect(interactionsOf('DetectedIssue')).not.toContain('create');
    expect(interactionsOf('Patient')).toContain('delete');
    expect(interactionsOf('Observation')).not.toContain('delete');
  });

  it('names the workflows that run and no others', () => {
    expect(statement.instantiates).toEqual([]);
    environment.workflows = [{ name: 'bed-assignment' }];
    const now = capabilityStatement(environment, { name: 'Genrep', version: '1' });
    expect(now.instantiates).toEqual(['urn:genrep:workflow:bed-assignment']);
  });
});
