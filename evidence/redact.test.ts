import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOURNAL_FILE } from './files.ts';
import { createRedactor } from './redact.ts';
import { journalOf } from './testing/journal.ts';
import { flowStarted, runStarted, stepEnded } from './testing/run.ts';

const PASSWORD = 'Vinter"2026/å';

describe('secrets and identity numbers', () => {
  it('never reach the journal, plain or encoded', async () => {
    const basic = Buffer.from(PASSWORD).toString('base64');
    const folder = await journalOf(
      [
        runStarted({ title: `kör med ${PASSWORD}` }),
        flowStarted('f-0001'),
        stepEnded('f-0001', 0, {
          verdict: 'error',
          reason: `POST /token?password=${encodeURIComponent(PASSWORD)} gav 401`,
          expected: `Authorization: Bearer abc.def-ghi_123`,
          observed: `Basic ${basic}; patient 19121212-1212 och 121212+1212, samordningsnummer 196109732393`,
        }),
      ],
      { secrets: [PASSWORD] },
    );
    const text = await readFile(join(folder, JOURNAL_FILE), 'utf8');
    for (const leak of ['Vinter', basic, 'abc.def', '1212-1212', '121212+1212', '196109732393']) {
      expect(text).not.toContain(leak);
    }
    expect(text.match(/\[personnummer borttaget\]/g)).toHaveLength(3);
  });

  it('leaves what only looks like them', () => {
    const redact = createRedactor({});
    for (const text of [
      'ServiceRequest/1234567890',
      '2026-11-22T06:07:00Z',
      '1732255200000',
      'SE0000000000-GR01',
      '19810829M070',
      'Troponin T 52 ng/L',
      '20261399-1212',
    ]) {
      expect(redact(text)).toBe(text);
    }
  });

  it('keeps numbers that the caller knows nobody can have', () => {
    const redact = createRedactor({ isSafeIdentity: (digits) => digits === '189002029800' });
    expect(redact('18900202-9800 och 19121212-1212')).toBe('18900202-9800 och [personnummer borttaget]');
  });

  it('refuses a secret that would empty ordinary text', () => {
    expect(() => createRedactor({ secrets: ['pass'] })).toThrow(/färre än 6 tecken/);
  });
});
