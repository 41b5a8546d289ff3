import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../input/project.ts';
import { stageAtHand, unitsAtHand } from './at-hand.ts';

it("is the rehearsal's own stage, Genrep's where it has none, and asked for where it has several", () => {
  expect(stageAtHand(['min-etapp'])).toBe('min-etapp');
  expect(stageAtHand()).toBe('1-sodra');
  expect(() => stageAtHand(['a', 'b'])).toThrow('I mappen finns flera etapper: a, b.');
});

it("is the units of the rehearsal's own days, and Genrep's for kinds that they do not have", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'genrep-at-hand-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const own = path.join(folder, 'min-dag.yaml');
  const day = readFileSync(path.join(ROOT, 'cli/init/template/scenarios/days/min-dag.yaml'), 'utf8');
  writeFileSync(own, day.replace('min-etapp', '1-sodra').replace('sas-lab', 'vart-lab'));
  const units = unitsAtHand([own]);
  expect(units.find(({ kind }) => kind === 'laboratory')?.key).toBe('vart-lab');
  expect(units.map(({ kind }) => kind)).toContain('municipality');
});
