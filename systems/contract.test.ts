import { describe, expect, it } from 'vitest';
import { kindOf, type Line } from './contract/script.ts';
import { kindsOf } from './contract.ts';
import { AREAS, FHIR } from './testing/areas.ts';

const CASES = await AREAS.contract();
const lines = CASES.flatMap((each) => each.lines);
const kindsThat = (line: Line['line']) => new Set(lines.filter((each) => each.line === line).map(kindOf));

const kinds = AREAS.vocabulary.activities.map(({ kind }) => kind);
/** An area of which the pages show nothing that could be driven: pictures are made by a modality. */
const BY_API_ALONE = new Set(
  AREAS.areas
    .filter(({ name }) => name === 'imaging')
    .flatMap(({ activities }) => activities.map(({ kind }) => kind)),
);
const questions = kinds.filter((kind) => kindsThat('sees').has(kind) || kindsThat('sees-not').has(kind));

describe('the contract of the port', () => {
  it('is tried on all that the areas say in FHIR and in the pages', async () => {
    expect([...FHIR.kinds].sort()).toEqual([...kinds].sort());
    const pages = (await AREAS.pages()).flatMap(({ tasks, questions }) =>
      Object.keys({ ...tasks, ...questions }),
    );
    expect(pages.sort()).toEqual(kinds.filter((kind) => !BY_API_ALONE.has(kind)).sort());
  });

  it('tries every kind of step that there is', () => {
    expect(kinds.filter((kind) => !kindsOf(CASES).has(kind))).toEqual([]);
  });

  it.each(questions)('has a yes and a no to %s', (kind) => {
    expect(kindsThat('sees')).toContain(kind);
    expect(kindsThat('sees-not')).toContain(kind);
  });

  it('has no two cases of one title', () => {
    expect(new Set(CASES.map(({ title }) => title)).size).toBe(CASES.length);
  });
});
