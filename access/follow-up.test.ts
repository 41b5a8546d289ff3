import type { AuditEvent } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { followUp, type Known } from './follow-up.ts';

const known: Known = {
  unitOf: (account) => account.split('@')[1],
  unitsOf: () => new Set(['ward']),
  ownRecord: new Map([['olle@ward', 'Patient/p']]),
};

const read = (account: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  resourceType: 'AuditEvent',
  type: { code: 'rest' },
  ...{ action: 'R', outcome: '0', recorded: '2026-11-23T09:00:00Z' },
  agent: [{ requestor: true, altId: account }],
  source: { observer: { display: 'här' } },
  entity: [{ what: { reference: 'Patient/p' } }],
  ...more,
});

const found = (...events: readonly AuditEvent[]) =>
  followUp(events, 'Patient/p', known).map(({ why, account, reason }) => [why, account, reason]);

it('points out who has nothing to do with the patient, and nobody else', () => {
  expect(found(read('alva@ward'), read('bo@clinic'), read('bo@clinic'))).toEqual([
    ['no-relation', 'bo@clinic', undefined],
  ]);
});

it('points out who has read the own record', () => {
  expect(found(read('olle@ward'))).toEqual([['own-record', 'olle@ward', undefined]]);
});

it('tells of every opening in an emergency with its reason', () => {
  const opened = read('alva@ward', {
    purposeOfEvent: [{ coding: [{ code: 'BTG' }], text: 'Medvetslös.' }],
  });
  expect(found(opened)).toEqual([['opened', 'alva@ward', 'Medvetslös.']]);
});

it('leaves alone what was refused, and what is about somebody else', () => {
  const other = read('bo@clinic', { entity: [{ what: { reference: 'Patient/q' } }] });
  expect(found(read('bo@clinic', { outcome: '4' }), other)).toEqual([]);
});
