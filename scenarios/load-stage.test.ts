import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findAreas } from '../care/areas.ts';
import { loadStage } from './load-stage.ts';

const text = readFileSync(path.join(import.meta.dirname, 'stages', '1-sodra.yaml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'genrep-stage-'));
afterAll(() => rmSync(folder, { recursive: true }));

function changed(from: string, to: string): string {
  expect(text).toContain(from);
  const file = path.join(folder, 'stage.yaml');
  writeFileSync(file, text.replace(from, to));
  return file;
}

const { vocabulary } = await findAreas();
/** Pictures are a rehearsal of their own, with a stage of its own: med-bildarkiv/. */
const questions = vocabulary.activities.flatMap(({ type, kind, area }) =>
  type === 'question' && area !== 'imaging' ? [kind] : [],
);

describe('the first stage', () => {
  const stage = loadStage('1-sodra');

  it('knows at which line of its file each gate stands', () => {
    const lines = readFileSync(path.join(import.meta.dirname, 'stages/1-sodra.yaml'), 'utf8').split('\n');
    for (const { id, location } of stage.gates) {
      expect(location?.file).toBe('scenarios/stages/1-sodra.yaml');
      expect(lines[(location?.line ?? 0) - 1], id).toContain(id);
    }
  });

  it('has its requirements and gates', () => {
    const file = readFileSync(path.join(import.meta.dirname, 'stages/1-sodra.yaml'), 'utf8');
    expect(stage.requirements.map(({ id }) => id)).toEqual(file.match(/KRAV-[A-Z]+-\d+/g));
    expect(stage.gates.map(({ gate }) => gate)).toEqual([
      { kind: 'requirements-pass', classes: [1] },
      { kind: 'requirements-pass', classes: [2] },
      { kind: 'requirements-pass', classes: [3] },
      { kind: 'flows-passed', atLeast: 0.98 },
      { kind: 'steps-covered', atLeast: 0.95 },
      { kind: 'hand-over-p95', atMost: 5000 },
      { kind: 'broken-steps', atMost: 0 },
      { kind: 'requirements-covered', classes: [1], atLeast: 1 },
      { kind: 'flows-played', atLeast: 0.95, flows: ['akutsjukvard/sepsislarm'] },
      { kind: 'conservation', atLeast: 1 },
      { kind: 'deviations-open', class: 1, atMost: 0 },
      { kind: 'deviations-open', class: 2, atMost: 0, unlessWorkaround: true },
      { kind: 'simulation-limit', estimate: 'wait/to-doctor/all', atMost: 120 },
      { kind: 'migration-findings', classes: [1], atMost: 0 },
      { kind: 'migration-sample', atMost: 0.001 },
      { kind: 'staff-trained', atLeast: 0.95, eachAtLeast: 0.8 },
      { kind: 'clinically-approved', of: ['flow', 'requirement', 'hazard'], classes: [1] },
      { kind: 'statement', limit: expect.anything() },
      { kind: 'drill-data', of: ['roll-back'] },
      { kind: 'load-response-p95', atMost: 2000, atLeastTimes: 1.2 },
      { kind: 'load-hand-over-p95', atMost: 5000 },
      { kind: 'load-errors', atMost: 0 },
      { kind: 'load-dropped', atMost: 0 },
      { kind: 'load-generator', lagAtMost: 250 },
      { kind: 'deck-sensitivity', classes: [1], atLeast: 1 },
      { kind: 'deck-sensitivity', classes: [1, 2, 3], atLeast: 0.95 },
      { kind: 'deck-strength', atLeast: 0.9 },
      { kind: 'deck-twins', atMost: 2 },
      { kind: 'deck-nuisance', atMost: 0.05 },
      { kind: 'deck-ppv', atLeast: 0.7 },
      { kind: 'stop-rules-fixed' },
      { kind: 'simulation-limit', estimate: 'support/week-1/first/wait-p90', atMost: 15 },
      { kind: 'access-matrix', atMost: 0 },
      { kind: 'access-log', atLeast: 1 },
      { kind: 'drill-data', of: ['system', 'network', 'sign-in', 'laboratory', 'failover'] },
      {
        kind: 'drill-recovery',
        of: ['system', 'network', 'sign-in', 'laboratory', 'failover'],
        atMost: 60,
      },
    ]);
    expect(stage.gates.every(({ owner, source }) => owner !== undefined && source !== '')).toBe(true);
    expect(stage.requirements.every(({ consequence }) => consequence !== undefined)).toBe(true);
  });

  it('shows every question to hold for some requirement', () => {
    const shown = new Set(stage.requirements.flatMap(({ shownBy }) => shownBy));
    // A task shows whose it became, since what it wrote is read back.
    shown.delete('record-vitals');
    expect([...shown].sort()).toEqual(questions.toSorted());
  });

  it('has a hash that changes with any word of it', () => {
    expect(stage.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadStage('1-sodra').hash).toBe(stage.hash);
    expect(loadStage(changed('atLeast: 0.98', 'atLeast: 0.97')).hash).not.toBe(stage.hash);
  });
});

describe('a stage that inherits another', () => {
  const heir = (more: string, inherits = '1-sodra') => {
    const file = path.join(folder, 'arvinge.yaml');
    writeFileSync(file, `name: arvinge\ntitle: Arvinge\norganisations: [A]\ninherits: ${inherits}\n${more}`);
    return file;
  };
  const first = loadStage('1-sodra');

  it('has all that one has, and the words of that one in its hash', () => {
    const stage = loadStage(heir(''));
    expect(stage.gates).toEqual(first.gates);
    expect(stage.requirements).toEqual(first.requirements);
    expect(stage).not.toHaveProperty('inherits');
    const other = loadStage(heir('', changed('atLeast: 0.98', 'atLeast: 0.97')));
    expect(other.hash).not.toBe(stage.hash);
  });

  it('has its own gate in the place of one with the same id', () => {
    const own =
      'gates:\n  - { id: floden, sv: Alla, source: antagande, owner: { sv: T }, gate: { kind: flows-passed, atLeast: 1 } }\n';
    const { gates } = loadStage(heir(own));
    expect(gates).toHaveLength(first.gates.length);
    expect(gates.filter(({ id }) => id === 'floden')).toMatchObject([
      { gate: { atLeast: 1 }, location: { line: 6 } },
    ]);
  });

  it('is refused when it inherits itself, or one that is not there', () => {
    expect(() => loadStage(heir('', path.join(folder, 'arvinge.yaml')))).toThrow(
      /arvinge\.yaml:4:\d+: Etapperna ärver varandra i en ring/,
    );
    expect(() => loadStage(heir('', '9-finns-ej'))).toThrow('Det finns ingen etapp "9-finns-ej"');
  });

  it('is refused when it has neither a stage to inherit nor gates of its own', () => {
    const file = path.join(folder, 'tom.yaml');
    writeFileSync(file, 'name: tom\ntitle: Tom\norganisations: [A]\n');
    expect(() => loadStage(file)).toThrow(
      /tom\.yaml:1:1: Nyckeln "requirements" saknas; lägg till den: kravens id/,
    );
  });
});

describe('a stage that cannot be used is refused', () => {
  it.each([
    [
      'an unknown requirement',
      '- KRAV-LAB-02',
      '- KRAV-LAB-20',
      /stage\.yaml:\d+:5: Kravet "KRAV-LAB-20" finns inte; menade du "KRAV-LAB-\d\d"\?/,
    ],
    [
      'an unknown gate',
      'kind: broken-steps',
      'kind: broken-legs',
      /stage\.yaml:\d+:11: "gate" har "kind: broken-legs", som inte finns; välj kind bland/,
    ],
    [
      'a key of another gate',
      'atMost: 5000',
      'atLeast: 5000',
      /Nyckeln "atLeast" finns inte här|Nyckeln "atMost" saknas/,
    ],
    [
      'a share over 1',
      'atLeast: 0.98',
      'atLeast: 98',
      /"atLeast" är 98 men får inte vara över 1; en andel från 0 till 1\./,
    ],
    ['a gate twice', 'id: klass-2', 'id: klass-1', /"klass-1" står två gånger/],
  ])('%s', (_what, from, to, sentence) => {
    expect(() => loadStage(changed(from, to))).toThrow(sentence);
  });

  it('a stage that is not there', () => {
    expect(() => loadStage('2-sodra')).toThrow('Det finns ingen etapp "2-sodra"; menade du "1-sodra"?');
  });
});
