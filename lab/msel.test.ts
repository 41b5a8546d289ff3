import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../input/project.ts';
import { injectsFrom, mselCsv, withInjects } from './msel.ts';

const PLAN = readFileSync(path.join(ROOT, 'scenarios/labs/sas-vardag.yaml'), 'utf8');
const FULL = {
  ...{
    id: 'svar-drojer',
    at: '09:20',
    method: 'phone',
    role: 'nurse',
    sv: 'Svaret dröjer; ring.',
    en: 'Call.',
  },
  ...{
    expected: '=Någon ringer',
    within: 7.5,
    act: { kind: 'fault', fault: 'result-late=1/1', minutes: 10 },
  },
};

describe('the list of injects', () => {
  it('comes back from a spreadsheet as it went out', () => {
    expect(injectsFrom(mselCsv([FULL]), 'msel.csv')).toEqual([FULL]);
    const { injects } = parse(PLAN);
    expect(injectsFrom(mselCsv(injects), 'msel.csv')).toEqual(injects);
  });

  it('opens in a Swedish spreadsheet, which runs nothing that somebody wrote', () => {
    const text = mselCsv([FULL]);
    expect(text.startsWith('\uFEFFid;at;method')).toBe(true);
    expect(text).toContain('"\'=Någon ringer";7,5;');
  });

  it('is read as spreadsheets save it: other separators, times with seconds, empty rows', () => {
    const saved = 'id\tat\tmethod\tsv\r\nringer\t9:05:00\tphone\tDet ringer.\r\n\t\t\t\r\n';
    expect(injectsFrom(saved, 'msel.csv')).toEqual([
      { id: 'ringer', at: '09:05', method: 'phone', sv: 'Det ringer.' },
    ]);
  });

  it('is put into a plan, all else as it was', () => {
    const plan = withInjects(PLAN, [FULL]);
    expect(parse(plan)).toEqual({ ...parse(PLAN), injects: [FULL] });
    expect(plan).toContain('# Frågor efter dagen.');
  });

  it.each([
    [
      'an unknown column',
      'id;tid;method;sv\nringer;09:20;phone;Hej.\n',
      'msel.csv:1: Kolumnen "tid" finns inte',
    ],
    ['no time', 'id;method;sv\nringer;phone;Hej.\n', 'msel.csv:2: Nyckeln "at" saknas'],
    [
      'an unknown way',
      'id;at;method;sv\na;09:20;phone;Hej.\nb;09:20;duva;Hej.\n',
      'msel.csv:3: "method" är "duva"',
    ],
    ['a number in letters', 'id;at;method;sv;within\na;09:20;phone;Hej.;tio\n', 'msel.csv:2: "within"'],
  ])('refuses %s with its row', (_, csv, sentence) => {
    expect(() => injectsFrom(csv, 'msel.csv')).toThrow(sentence);
  });
});
