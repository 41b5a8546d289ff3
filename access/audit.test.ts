import type { AuditEvent } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { reconcile } from './audit.ts';
import type { Done } from './journal.ts';

const AT = Date.UTC(2026, 10, 23, 9);

const deed = (change: Partial<Done> = {}): Done => ({
  ...{
    account: 'nurse.ward.day',
    deeds: ['R'],
    what: 'Observation/1',
    whose: 'Patient/p',
    patient: 'Patient/p',
  },
  ...{ refused: false, sentAt: AT, answeredAt: AT + 20 },
  ...change,
});

interface Said {
  readonly action?: AuditEvent['action'];
  readonly outcome?: AuditEvent['outcome'];
  readonly at?: number;
  readonly agent?: AuditEvent['agent'][number];
  readonly things?: readonly string[];
}

const NURSE = {
  requestor: true,
  altId: 'nurse.ward.day',
  name: 'Alva',
  who: { identifier: { value: 'SE1' } },
} as const;

const entry = ({
  action = 'R',
  outcome = '0',
  at = AT + 10,
  agent = NURSE,
  things,
}: Said = {}): AuditEvent => ({
  resourceType: 'AuditEvent',
  type: { code: 'rest' },
  ...{ action, outcome, recorded: new Date(at).toISOString(), agent: [agent] },
  source: { observer: { display: 'här' } },
  entity: (things ?? ['Observation/1', 'Patient/p']).map((reference) => ({ what: { reference } })),
});

const figures = (done: readonly Done[], events: readonly AuditEvent[], ahead = 0) => {
  const { found, entries, explained } = reconcile(done, events, ahead);
  return { found, entries, explained };
};

describe('what was done is held against the log', () => {
  it('is found as it was done, each once', () => {
    expect(figures([deed(), deed()], [entry(), entry()])).toEqual({ found: 2, entries: 2, explained: 2 });
    expect(figures([deed(), deed()], [entry()]).found).toBe(1);
  });

  it.each([
    ['nothing of it', []],
    ['another patient', [entry({ things: ['Observation/1', 'Patient/q'] })]],
    ['no patient', [entry({ things: ['Observation/1'] })]],
    ['another deed', [entry({ action: 'U' })]],
    ['a refusal', [entry({ outcome: '4' })]],
    ['an hour too early', [entry({ at: AT - 3_600_000 })]],
    ['somebody else', [entry({ agent: { ...NURSE, altId: 'nurse.ward.night' } })]],
    ['no name', [entry({ agent: { requestor: true, altId: NURSE.altId, who: NURSE.who } })]],
    ['no number', [entry({ agent: { requestor: true, altId: NURSE.altId, name: 'Alva' } })]],
  ] as const)('is missing where the log says %s', (_what, events) => {
    expect(figures([deed()], events).found).toBe(0);
  });

  it('does not take the parts of an extract for the extract', () => {
    const extract = deed({ deeds: ['E'], what: 'Patient/p' });
    const part = entry({ action: 'E', things: ['Observation', 'Patient/p'] });
    const whole = entry({ action: 'E', things: ['Patient/p'] });
    expect(figures([extract], [part]).found).toBe(0);
    expect(figures([extract], [part, whole]).found).toBe(1);
  });

  it('takes a clock that goes ahead into account', () => {
    expect(figures([deed()], [entry({ at: AT + 60_000 })], 60_000).found).toBe(1);
  });

  it('explains the parts of what was asked, and nothing about somebody else', () => {
    const part = entry({ action: 'E', things: ['Patient/p'] });
    const strange = entry({ action: 'E', things: ['Patient/q'] });
    const { entries, explained, examples } = reconcile([deed()], [entry(), part, strange], 0);
    expect([entries, explained]).toEqual([3, 2]);
    expect(examples).toEqual(['oförklarat: E Patient av nurse.ward.day']);
  });
});
