import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTrainingPlan } from './load-training-plan.ts';
import { readRecords, readRoster, readSeats } from './read-records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-training-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (content: string): string => {
  const file = path.join(folder, 'rader.csv');
  writeFileSync(file, content);
  return file;
};
const planned = loadTrainingPlan('1-sodra');
const HEAD = 'pseudonym;enhet;roll;kurs;godkänd;datum\n';
const records = (rows: string) => readRecords([fileOf(HEAD + rows)], planned, '2026-11-30');

describe('the staffing', () => {
  const need = (unit: string, role: string) =>
    planned.needs.find((one) => one.unit === unit && one.role === role);

  it('tells how many people the shifts take, a day and a week', () => {
    // Six days and evenings of 8.25 and 8 hours, four nights of 9.5, all seven days: 950 hours and a half.
    expect(need('sas-akuten', 'nurse')).toMatchObject({
      perDay: 16,
      people: Math.ceil(((6 * 8.25 + 6 * 8 + 4 * 9.5) * 7) / 38.25),
    });
  });

  it('never takes fewer than are at work the same day', () => {
    expect(need('vc-ekbacken', 'nurse')).toMatchObject({ perDay: 5, people: 5 });
  });
});

describe('a course register', () => {
  it('is read with units by key or name and roles in Swedish', () => {
    expect(
      records(
        'P1;Akutmottagningen SÄS Borås;Sjuksköterska;GRUND;Ja;2026-11-02\nP2;sas-lab;nurse;GRUND;nej;2026-11-03\n',
      ),
    ).toEqual([
      {
        pseudonym: 'P1',
        unit: 'sas-akuten',
        role: 'nurse',
        course: 'GRUND',
        passed: true,
        date: '2026-11-02',
      },
      { pseudonym: 'P2', unit: 'sas-lab', role: 'nurse', course: 'GRUND', passed: false, date: '2026-11-03' },
    ]);
  });

  it.each([
    [
      'a personal number',
      '19121212-1212;sas-lab;nurse;GRUND;ja;2026-11-02',
      /rader\.csv:2: Pseudonymen ser ut som ett personnummer/,
    ],
    ['a role that is none', 'P1;sas-lab;städare;GRUND;ja;2026-11-02', /rader\.csv:2: "role" är "städare"/],
    [
      'neither yes nor no',
      'P1;sas-lab;nurse;GRUND;kanske;2026-11-02',
      /rader\.csv:2: "passed" ska vara ja eller nej/,
    ],
    [
      'a pass that has not been',
      'P1;sas-lab;nurse;GRUND;ja;2026-12-24',
      /rader\.csv:2: Kursen GRUND har datumet 2026-12-24, som inte har varit/,
    ],
    [
      'no day of the calendar',
      'P1;sas-lab;nurse;GRUND;ja;2026-02-30',
      /"2026-02-30" är ingen dag i kalendern/,
    ],
    ['no unit', 'P1;;nurse;GRUND;ja;2026-11-02', /rader\.csv:2: Nyckeln "unit" saknas/],
  ])('is refused for %s', (_, row, sentence) => {
    expect(() => records(`${row}\n`)).toThrow(sentence);
  });

  it('says nothing of what is passed in a lab', () => {
    const lab = {
      ...planned,
      plan: { ...planned.plan, courses: planned.plan.courses.map((course) => ({ ...course, cards: 3 })) },
    };
    const file = fileOf(`${HEAD}P1;sas-lab;nurse;GRUND;ja;2026-11-02\n`);
    expect(() => readRecords([file], lab, '2026-11-30')).toThrow(/GRUND klaras i ett labb/);
  });
});

describe('a roster, and who sat where', () => {
  it('are read', () => {
    const roster = readRoster(
      fileOf('pseudonym;enhet;roll;från;till\nP1;sas-lab;nurse;2027-11-09;\n'),
      planned,
    );
    expect(roster).toEqual([{ pseudonym: 'P1', unit: 'sas-lab', role: 'nurse', from: '2027-11-09' }]);
    expect(readSeats(fileOf('körning;plats;pseudonym\nr;plats-1;P1\n'))).toEqual([
      { run: 'r', seat: 'plats-1', pseudonym: 'P1' },
    ]);
  });

  it('are refused when they end before they begin', () => {
    const file = fileOf('pseudonym;enhet;roll;från;till\nP1;sas-lab;nurse;2027-11-09;2027-11-01\n');
    expect(() => readRoster(file, planned)).toThrow(/rader\.csv:2: Slutar 2027-11-01 innan det börjar/);
  });
});

describe('a plan', () => {
  const text = readFileSync(path.join(import.meta.dirname, '1-sodra.yaml'), 'utf8');
  it.each([
    ['stage: 1-sodra', 'stage: 2-vastra', /plan\.yaml:\d+:\d+: Planen gäller etappen "2-vastra"/],
    ['day: sas-vardag', 'day: sas-vardg', /Dagen "sas-vardg" har ingen bemanning.*menade du "sas-vardag"/],
    ['[vc-ekbacken,', '[vc-ekbackn,', /Enheten "vc-ekbackn" finns inte.*menade du "vc-ekbacken"/],
    ['id: LM', 'id: GRUND', /"GRUND" står två gånger/],
    ['hours: 38.25', 'hours: 0', /"hours" är 0 men ska vara över 0/],
  ])('that is wrong is refused with its place: %s', (words, to, sentence) => {
    expect(text).toContain(words);
    const file = path.join(folder, 'plan.yaml');
    writeFileSync(file, text.replace(words, to));
    expect(() => loadTrainingPlan('1-sodra', file)).toThrow(sentence);
  });
});
