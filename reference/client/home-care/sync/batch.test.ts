import type { Appointment, Bundle } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { answersIn, batchOf, inParts, isOwnChange } from './batch.ts';

const fact = (id: string, text = ''): Entry => ({
  ...{
    id,
    kind: 'fall',
    visit: 'v',
    patient: 'Patient/1',
    author: 'n',
    at: '2026-12-01T08:00:00Z',
    words: '',
  },
  what: { makes: { resourceType: 'Observation', status: 'final', code: { text } } },
  state: 'waiting',
});
const plan: Entry = {
  ...fact('plan'),
  kind: 'visited',
  what: {
    changes: { resourceType: 'Appointment', id: '7', status: 'fulfilled', participant: [] },
    version: '3',
  },
};
const answered = (...statuses: (string | undefined)[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'batch-response',
  entry: statuses.map((status) =>
    status === undefined ? {} : { response: { status, location: 'Observation/9/_history/1' } },
  ),
});

describe('a batch', () => {
  it('makes a fact unless the record has it, and changes a plan only if it is unchanged', () => {
    expect(batchOf([fact('a'), plan]).entry?.map(({ request }) => request)).toEqual([
      { method: 'POST', url: 'Observation', ifNoneExist: 'identifier=urn:genrep:home-care|a' },
      { method: 'PUT', url: 'Appointment/7', ifMatch: 'W/"3"' },
    ]);
  });

  it('is parted where it is too long, in the order that was written', () => {
    const many = Array.from({ length: 250 }, (_, place) => fact(String(place)));
    expect(inParts(many).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(inParts(many).flat()).toEqual(many);
    const large = [fact('a', 'x'.repeat(1_000_000)), fact('b', 'x'.repeat(1_000_000)), fact('c')];
    expect(inParts(large).map((part) => part.map(({ id }) => id))).toEqual([['a'], ['b', 'c']]);
    expect(inParts([])).toEqual([]);
  });
});

describe('the answer to a batch', () => {
  it.each([
    ['201', { state: 'stands', reference: 'Observation/9' }],
    ['200 OK', { state: 'stands', reference: 'Observation/9' }],
    ['422', { state: 'refused', said: '422' }],
    ['412', { state: 'refused', said: '412' }],
    ['401', undefined],
    ['429', undefined],
    ['500', undefined],
    ['503', undefined],
    [undefined, undefined],
  ])('of a fact that is answered %s', (status, answer) => {
    expect(answersIn(answered(status), [fact('a')])).toEqual([answer]);
  });

  it('of a plan that somebody changed is told from a refusal', () => {
    expect(answersIn(answered('412'), [plan])).toEqual([{ state: 'changed-meanwhile' }]);
  });

  it('says nothing of what it leaves out', () => {
    expect(answersIn(answered('201'), [fact('a'), fact('b')])).toEqual([
      { state: 'stands', reference: 'Observation/9' },
      undefined,
    ]);
    expect(answersIn({ resourceType: 'Bundle', type: 'batch-response' }, [fact('a')])).toEqual([undefined]);
  });

  it('knows the device’s own change of a plan from another’s', () => {
    const own = [{ system: 'urn:genrep:home-care', value: 'plan' }];
    const standing: Appointment = { resourceType: 'Appointment', status: 'fulfilled', participant: [] };
    expect(isOwnChange({ ...standing, identifier: own }, plan)).toBe(true);
    expect(isOwnChange({ ...standing, identifier: [{ ...own[0], value: 'another' }] }, plan)).toBe(false);
    expect(isOwnChange({ ...standing }, plan)).toBe(false);
  });
});
