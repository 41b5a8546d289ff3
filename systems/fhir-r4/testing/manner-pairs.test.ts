import { describe, expect, it } from 'vitest';
import { CASES } from '../../contract/cases.ts';
import { Rehearsal } from '../../contract/rehearsal.ts';
import { mannerHarness } from './manner-harness.ts';
import { MANNERS } from './manners.ts';

/** Not mended in the driver's writes. */
const OPEN = new Set(['etag-strong', 'tags-dropped', 'conflict-when-second']);
const RIGHT = MANNERS.filter(({ is, name }) => is === 'right' && !OPEN.has(name));

/** What writes, changes and reads lists of one, of many and of none. */
const REPRESENTATIVE = CASES.filter(({ title }) =>
  [
    'a patient is on the list of the unit from arrival until admitted elsewhere',
    'a specimen taken before the first dose is told from one taken after',
  ].includes(title),
);

const PAIRS = RIGHT.flatMap((one, index) =>
  RIGHT.slice(index + 1).map((other) => [one, other] as const),
).filter(([one, other]) => one.concerns !== other.concerns);

describe('two manners at once', () => {
  it('are tried with what is representative', () => {
    expect(REPRESENTATIVE).toHaveLength(2);
  });

  it.each(PAIRS)('$0.name and $1.name', async (...manners) => {
    const harness = await mannerHarness(manners);
    try {
      for (const { lines } of REPRESENTATIVE) {
        const people = { patient: harness.patient(false), other: harness.patient(false) };
        await new Rehearsal({ ...harness, ...people }).play(lines);
      }
    } finally {
      await harness.close();
    }
  });
});
