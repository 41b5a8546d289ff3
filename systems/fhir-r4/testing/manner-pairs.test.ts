import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../contract/rehearsal.ts';
import { AREAS } from '../../testing/areas.ts';
import { mannerHarness } from './manner-harness.ts';
import { MANNERS } from './manners.ts';

const RIGHT = MANNERS.filter(({ is }) => is === 'right');

/** What writes, changes and reads lists of one, of many and of none. */
const REPRESENTATIVE = (await AREAS.contract()).filter(({ title }) =>
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
