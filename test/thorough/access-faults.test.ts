import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessCell } from '../../domain/access-evidence.ts';
import { SECOND } from '../../domain/time.ts';
import type { Fault } from '../../reference/faults/faults.ts';
import { listFaults } from '../../reference/faults/faults.ts';
import { type SmallMatrix, startMatrix } from '../access/small-matrix.ts';

/**
 * Whether the matrix finds what it is there to find: on a sound environment every cell holds and all stands in the log; each
 * fault of authority turns cells red, and each of the log is seen in it.
 */

let matrix: SmallMatrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

const planted = (place: Fault['place']) =>
  listFaults().filter((fault) => !fault.benign && fault.place === place);

/** Nothing asked for and nothing blocked, read and searched and done: what a role may is all that decides. */
const byRole = ({ consent, block, way }: AccessCell): boolean =>
  consent === 'not-asked' && block === 'none' && ['read', 'search', 'do'].includes(way);

/** What is blocked or another caregiver's. */
const shielded = ({ who, block, what, way }: AccessCell): boolean =>
  (block === 'blocked' || block === 'opened' || who.endsWith('vardgivare')) &&
  what !== 'blocked-at-all' &&
  way !== 'do';

async function wrongWith(fault: Fault, cells: readonly AccessCell[]): Promise<string[]> {
  matrix.plant(fault.name);
  if (fault.dose.fromSecond !== undefined) matrix.pass((fault.dose.fromSecond + 1) * SECOND);
  try {
    const wrong = await matrix.wrongIn(cells);
    return wrong.map(({ cell, seen }) => `${cell.who} ${cell.what} ${cell.way} ${seen}`);
  } finally {
    matrix.lift(fault.name);
  }
}

it('finds nothing wrong where nothing is, and all of it in the log', { timeout: 300_000 }, async () => {
  const log = await matrix.logOf(async () => {
    expect(await matrix.wrongIn(matrix.cells)).toEqual([]);
  });
  expect(log.examples).toEqual([]);
  expect([log.found, log.explained]).toEqual([log.done, log.entries]);
  expect(log.done).toBeGreaterThan(7_000);
});

describe('each fault of authority turns the matrix red', { timeout: 120_000 }, () => {
  it.each(planted('authority'))('$name: $sv', async (fault) => {
    expect(await wrongWith(fault, matrix.cells.filter(byRole))).not.toEqual([]);
  });
});

describe('each hole in what is blocked or another’s turns the matrix red', { timeout: 120_000 }, () => {
  it.each(planted('shield'))('$name: $sv', async (fault) => {
    expect(await wrongWith(fault, matrix.cells.filter(shielded))).not.toEqual([]);
  });
});

describe('each fault of the log is seen in it', { timeout: 120_000 }, () => {
  it.each(planted('audit'))('$name: $sv', async (fault) => {
    matrix.plant(fault.name);
    try {
      const log = await matrix.logOf(() => matrix.wrongIn(matrix.cells.filter(byRole)));
      expect(log.found < log.done || log.explained < log.entries, JSON.stringify(log)).toBe(true);
    } finally {
      matrix.lift(fault.name);
    }
  });
});
