import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkStageAgainstFlows } from './check-stage-against-flows.ts';
import { loadDeviations } from './load-deviations.ts';
import { loadHazards } from './load-hazards.ts';
import { loadStage } from './load-stage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-stage-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

function changed(from: string, words: string, to: string): string {
  const text = readFileSync(path.join(import.meta.dirname, from), 'utf8');
  expect(text).toContain(words);
  const file = path.join(folder, path.basename(from));
  writeFileSync(file, text.replace(words, to));
  return file;
}

const stage = loadStage('1-sodra');
const example = { ...stage, name: 'exempel' };
const FLOWS = globSync('features/*/*.feature', { cwd: path.join(import.meta.dirname, '..') }).map((file) => ({
  id: `${file.replaceAll(path.sep, '/').replace(/^features\/(.*)\.feature$/, '$1')}#enda`,
}));
const known = { requirements: stage.requirements.map(({ id }) => id), flows: FLOWS };

describe('a register of deviations', () => {
  it('is read, and a stage without one has none', () => {
    expect(loadDeviations(example)?.deviations).toHaveLength(2);
    expect(loadDeviations(stage)).toBeUndefined();
  });

  it.each([
    ['stage: exempel', 'stage: annan', /exempel\.yaml:4:8: Registret gäller etappen "annan"/],
    ['KRAV-LAB-04', 'KRAV-LAB-44', /:24:18: Kravet "KRAV-LAB-44" ingår inte/],
    ['id: AVV-002', 'id: AVV-001', /"AVV-001" står två gånger/],
    ['state: closed', 'state: stängd', /"state"/],
  ])('that is wrong is refused with its place: %s', (words, to, sentence) => {
    expect(() => loadDeviations(example, changed('deviations/exempel.yaml', words, to))).toThrow(sentence);
  });
});

describe('the hazard log', () => {
  it('of Genrep has in another rehearsal only what that rehearsal has requirements and flows for', () => {
    const few = { ...known, requirements: ['KRAV-LAB-01'] };
    const { hazards } = loadHazards(few, undefined, () => true);
    expect(hazards.map(({ requirements }) => requirements)).toEqual([['KRAV-LAB-01']]);
    expect(() => loadHazards(few, undefined, () => false)).toThrow(
      /hazards\.yaml:\d+:\d+: Kravet ".*" finns inte/,
    );
  });

  it('is read, every hazard with cause, control, flows and owner', () => {
    const { hazards } = loadHazards(known);
    const file = readFileSync(path.join(import.meta.dirname, 'hazards.yaml'), 'utf8');
    expect(hazards.map(({ id }) => id)).toEqual(file.match(/RISK-\d+/g));
    expect(hazards.every(({ cause }) => /^D\d\d, /.test(cause.source))).toBe(true);
  });

  it.each([
    ['[KRAV-LAB-04]', '[KRAV-LAB-44]', /hazards\.yaml:\d+:20: Kravet "KRAV-LAB-44" finns inte; menade du/],
    [
      '[laboratorium/kritiskt-provsvar]',
      '[laboratorium/kritiskt]',
      /Flödet "laboratorium\/kritiskt" finns inte/,
    ],
    ['id: RISK-02', 'id: RISK-01', /"RISK-01" står två gånger/],
  ])('that is wrong is refused with its place: %s', (words, to, sentence) => {
    expect(() => loadHazards(known, [changed('hazards.yaml', words, to)])).toThrow(sentence);
  });
});

it('a stage that names a flow which is not there is refused with its place', () => {
  expect(() => checkStageAgainstFlows(stage, FLOWS)).not.toThrow();
  const other = loadStage(
    changed('stages/1-sodra.yaml', '[akutsjukvard/sepsislarm]', '[akutsjukvard/sepsis]'),
  );
  expect(() => checkStageAgainstFlows(other, FLOWS)).toThrow(
    /1-sodra\.yaml:\d+:\d+: Flödet "akutsjukvard\/sepsis" finns inte; menade du "akutsjukvard\/sepsislarm"/,
  );
});
