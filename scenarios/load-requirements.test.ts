import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAreas } from '../care/areas.ts';
import { loadRequirements } from './load-requirements.ts';

const { vocabulary } = await findAreas();
const kinds = vocabulary.activities.map(({ kind }) => kind);

describe('the requirements', () => {
  it('are shown by what the areas at hand do and see', () => {
    expect(loadRequirements(kinds).requirements).toEqual(loadRequirements().requirements);
  });

  it('are refused at its place where one waits for what no area has, with what is near', () => {
    const renamed = kinds.map((kind) =>
      kind === 'order-on-laboratory-worklist' ? 'order-on-laboratory-list' : kind,
    );
    const lines = readFileSync(path.join(import.meta.dirname, 'requirements.yaml'), 'utf8').split('\n');
    const line = 1 + lines.findIndex((each) => each.includes('shownBy: [order-on-laboratory-worklist]'));
    expect(() => loadRequirements(renamed)).toThrow(
      `scenarios/requirements.yaml:${line}:15: Kravet KRAV-LAB-01 visas av "order-on-laboratory-worklist", som inte finns i något vårdområde; menade du "order-on-laboratory-list"?`,
    );
  });

  it('are refused at its place where one is watched by what is not there, or about what no area has', () => {
    const lines = readFileSync(path.join(import.meta.dirname, 'requirements.yaml'), 'utf8').split('\n');
    const line = 1 + lines.findIndex((each) => each.includes('{ monitor: one-bed }'));
    expect(() => loadRequirements(kinds, ['one-bad'])).toThrow(
      `scenarios/requirements.yaml:${line}:20: Kravet KRAV-ADT-02 övervakas av "one-bed", som inte finns; menade du "one-bad"?`,
    );
    expect(() => loadRequirements(kinds.filter((kind) => kind !== 'admit'))).toThrow(
      'Kravet KRAV-ADT-01 övervakas av fynd om "admit", som inte finns i något vårdområde',
    );
  });
});
