import { describe, expect, it } from 'vitest';
import { absolute, localReference, originOf, queryOf } from './url.ts';

describe('addresses', () => {
  it('encode as URLSearchParams decodes', () => {
    const query = {
      status: ['arrived', 'in-progress'],
      _tag: 'urn:x|å&ä',
      date: 'ge2026-11-22T06:00:00+01:00',
    };
    expect(Object.fromEntries(new URLSearchParams(queryOf(query)))).toEqual({
      ...query,
      status: 'arrived,in-progress',
    });
  });

  it.each([
    ['Patient/1', 'http://h:1/fhir/Patient/1'],
    ['/fhir?_getpages=2', 'http://h:1/fhir?_getpages=2'],
    ['http://other/x', 'http://other/x'],
  ])('make %s absolute', (address, expected) => {
    expect(absolute(address, 'http://h:1/fhir')).toBe(expected);
  });

  it.each([
    ['HTTP://Host:8080/fhir?x=http://b', 'http://host:8080'],
    ['http://host:8080@evil/fhir', 'http://host:8080@evil'],
    ['http://host\\@evil/fhir', 'http://host\\@evil'],
    ['//evil/fhir', undefined],
    ['Patient/1', undefined],
  ])('have the whole of what stands before the path as origin: %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });

  it.each([
    ['Patient/1', 'Patient/1'],
    ['http://h/fhir/Patient/1/_history/3', 'Patient/1'],
    ['Patient/1?x=1', 'Patient/1'],
    ['#r1', ''],
  ])('have a local form: %s', (reference, local) => {
    expect(localReference(reference)).toBe(local);
  });
});
