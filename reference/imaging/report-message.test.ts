import { Hl7Message } from '@medplum/core';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Report, readReport, writeReport } from './report-message.ts';

const REPORT: Report = {
  number: 'svar-1',
  orderNumber: 'order-1',
  accession: 'G123456789ABC',
  studyUid: '2.25.123456789',
  patient: {
    number: { system: SYSTEMS.personnummer, value: '191212121212' },
    name: { family: 'Åkerström', given: 'Göran' },
    birthDate: '1912-12-12',
    sex: 'M',
  },
  examination: { system: SYSTEMS.genrep, code: 'ct-head', display: 'DT hjärna' },
  text: 'Ingen blödning | inga frakturer & inget ^ i övrigt.\nÅ ä ö.',
  signedAt: '2026-11-30T10:00:00.000Z',
  signedBy: { hsaId: 'SE0000000000-1', name: 'Rut Röntgen' },
  token: 'run/f-1/3',
};

const ENVELOPE = {
  from: { application: 'RONTGEN', facility: 'SE1' },
  to: { application: 'VARDSYSTEMET', facility: '' },
  controlId: '1',
  at: 0,
};

const sent = (): string => writeReport(REPORT, ENVELOPE).toString();
const received = (text: string): Report => readReport(Hl7Message.parse(text));

describe('a report as HL7 v2', () => {
  it('is read as it was written, to the letter', () => {
    expect(received(sent())).toEqual(REPORT);
  });

  it.each([
    ['a preliminary one', (text: string) => text.replace('|RAD|F', '|RAD|P'), /OBR-25/],
    ['one without its study', (text: string) => text.replace('113014', '1'), /undersökning eller sin text/],
    ['one without its accession', (text: string) => text.replace('G123456789ABC', ''), /OBR-18/],
    ['another message', (text: string) => text.replace('ORU^R01', 'ORM^O01'), /inget svar/],
  ])('is refused in words: %s', (_, change, sentence) => {
    const text = change(sent());
    expect(text).not.toBe(sent());
    expect(() => received(text)).toThrow(sentence);
  });
});
