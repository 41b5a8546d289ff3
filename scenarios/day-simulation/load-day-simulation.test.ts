import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../domain/input-error.ts';
import { namesOf } from '../find-scenario.ts';
import { loadDaySimulation } from './load-day-simulation.ts';
import { loadWhatIf } from './load-what-if.ts';

const FILE = path.join(import.meta.dirname, '..', 'simulation', 'sas-vardag.yaml');
const text = readFileSync(FILE, 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'genrep-simulation-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: string): string {
  const file = path.join(folder, 'file.yaml');
  writeFileSync(file, content);
  return file;
}

function refusalOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('The file was accepted.');
}

it('loads the weekday with its day, by name and by path', () => {
  const { day, data } = loadDaySimulation('sas-vardag');
  expect(day.name).toBe('sas-vardag');
  expect(loadDaySimulation(FILE).data).toEqual(data);
  expect(new Set(data.staff.map(({ unit }) => unit)).size).toBe(day.units.length);
});

describe('a simulation that cannot be used is refused in one sentence with its place', () => {
  it.each<[what: string, from: string | RegExp, to: string, sentence: string]>([
    [
      'a shift that ends before it starts',
      '{ shift: day, from: "06:45", to: "15:30", count: 2',
      '{ shift: day, from: "16:45", to: "15:30", count: 2',
      'Medicinsk sekreterare på sas-akuten: dagpasset slutar 15:30 innan det börjar 16:45',
    ],
    [
      'a role nobody fills',
      'count: 2, breaks: [{ at: "12:00", minutes: 30 }] }\n  - { unit: marks-kommun',
      'count: 0 }\n  - { unit: marks-kommun',
      'Biståndshandläggare på boras-kommun: ingen arbetar på något pass',
    ],
    ['a duration below zero', 'value: 2 }', 'value: -2 }', '"value" är -2 men får inte vara under 0'],
    [
      'bounds out of order',
      'min: 1, mode: 3, max: 6 }',
      'min: 4, mode: 3, max: 6 }',
      'Fördelningen har min 4, mode 3 och max 6',
    ],
    ['a time that is no clock', '"06:45", to: "15:30"', '"06:50", to: "15:30"', 'har rätt form'],
    ['an unknown unit', 'unit: sas-lab\n    role', 'unit: sas-labb\n    role', 'menade du "sas-lab"?'],
    ['an unknown curve', 'curve: akuten', 'curve: akutn', 'Kurvan "akutn" finns inte; menade du "akuten"?'],
    [
      'an unknown flow',
      'akutsjukvard/sepsislarm',
      'akutsjukvard/sepsis',
      'Flödet "akutsjukvard/sepsis" finns inte',
    ],
    [
      'an unknown flow that a pathway stands for',
      'standsFor:\n      - akutsjukvard/brostsmarta',
      'standsFor:\n      - akutsjukvard/brostsmart',
      'Flödet "akutsjukvard/brostsmart" finns inte',
    ],
    ['an unknown step of the census', 'from: reassess', 'from: reasess', 'menade du "reassess"?'],
    ['shares that are not everybody', 'share: 0.47', 'share: 0.57', 'blir 1.1 tillsammans'],
    ['a share above one', 'orange: 0.9,', 'orange: 1.9,', 'får inte vara över 1'],
    [
      'a step that is two things',
      '- { admit: true }',
      '- { admit: true, take: place }',
      'Ett steg ska vara precis ett av',
    ],
    [
      'a time without a ground',
      'time: { kind: triangular, min: 1, mode: 3, max: 6 }, assumption: true',
      'time: { kind: triangular, min: 1, mode: 3, max: 6 }',
      'saknas både source och assumption',
    ],
    [
      'a role told twice',
      'role: assistant-nurse',
      'role: nurse',
      'Sjuksköterska på sas-akuten står två gånger',
    ],
  ])('%s', (_what, from, to, sentence) => {
    expect(text).toMatch(from);
    const message = refusalOf(() => loadDaySimulation(written(text.replace(from, to))));
    expect(message).toContain(sentence);
    expect(message).toMatch(/file\.yaml:\d+:\d+: /);
    expect(message).not.toContain('\n');
  });

  it('a name that is not there', () => {
    expect(refusalOf(() => loadDaySimulation('sas-vardg'))).toContain('menade du "sas-vardag"?');
  });
});

describe('the what-if questions', () => {
  it('are six, each loads under its own name', () => {
    const names = namesOf('what-if');
    expect(names).toHaveLength(6);
    expect(names.map((name) => loadWhatIf(name).whatIf.name)).toEqual(names);
  });

  it('mark every change as an assumption or say its source', () => {
    const file = written(
      'name: x\nsv: x\nen: x\nvariants:\n  - { sv: a, en: a, changes: [{ kind: pace, factor: 2 }] }\n',
    );
    expect(refusalOf(() => loadWhatIf(file))).toMatch(/file\.yaml:5:\d+: .*assumption/);
  });

  it('know their kinds', () => {
    const file = written(
      'name: x\nsv: x\nen: x\nvariants:\n  - { sv: a, en: a, changes: [{ kind: pac, factor: 2 }] }\n',
    );
    expect(refusalOf(() => loadWhatIf(file))).toContain('"kind: pac", som inte finns');
  });
});
