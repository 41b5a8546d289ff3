import { describe, expect, it } from 'vitest';
import { CASES } from './contract/cases.ts';
import { kindOf, type Line } from './contract/script.ts';
import { kindsOfCases } from './contract.ts';
import { NEEDS } from './fhir-r4/vocabulary.ts';

const lines = CASES.flatMap((each) => each.lines);
const kindsThat = (line: Line['line']) => new Set(lines.filter((each) => each.line === line).map(kindOf));

// A table of the driver that the type check makes complete: every kind of the domain is in it.
const kinds = [...NEEDS.keys()];
const questions = kinds.filter((kind) => kindsThat('sees').has(kind) || kindsThat('sees-not').has(kind));

describe('the contract of the port', () => {
  it('tries every kind of step that there is', () => {
    expect(kinds.filter((kind) => !kindsOfCases().has(kind))).toEqual([]);
  });

  it.each(questions)('has a yes and a no to %s', (kind) => {
    expect(kindsThat('sees')).toContain(kind);
    expect(kindsThat('sees-not')).toContain(kind);
  });

  it('has no two cases of one title', () => {
    expect(new Set(CASES.map(({ title }) => title)).size).toBe(CASES.length);
  });
});
