import { beforeAll, expect, it } from 'vitest';
import type { AccessCell } from '../domain/access-evidence.ts';
import { allCells, cellsOf } from './cells.ts';
import { loadRules } from './load-rules.ts';
import { cedarOracle, type Oracle } from './oracle.ts';
import type { AccessRules } from './rules.ts';

let rules: AccessRules;
let oracle: Oracle;
let all: readonly AccessCell[];
beforeAll(() => {
  rules = loadRules('sverige');
  oracle = cedarOracle(rules);
  all = allCells(rules, oracle);
});

const KEYS = ['who', 'consent', 'block', 'what', 'way'] as const;

/** Values of two dimensions that meet in some cell. */
const pairsIn = (cells: readonly AccessCell[]): ReadonlySet<string> =>
  new Set(
    cells.flatMap((cell) =>
      KEYS.flatMap((one, index) =>
        KEYS.slice(index + 1).map((other) => `${one}=${cell[one]} ${other}=${cell[other]}`),
      ),
    ),
  );

it('covers every pair that can meet, with a tenth of the cells', () => {
  const some = cellsOf(rules, oracle, 2, 1);
  expect(pairsIn(some)).toEqual(pairsIn(all));
  expect(some.length).toBeLessThan(all.length / 10);
});

it('leaves a pair out where a cell is left out', () => {
  const some = cellsOf(rules, oracle, 2, 1);
  expect(pairsIn(some.slice(0, -20))).not.toEqual(pairsIn(all));
});

it('gives the same cells for the same seed, others for another', () => {
  expect(cellsOf(rules, oracle, 3, 7)).toEqual(cellsOf(rules, oracle, 3, 7));
  expect(cellsOf(rules, oracle, 2, 7)).not.toEqual(cellsOf(rules, oracle, 2, 8));
});

it('has no cell that cannot come about', () => {
  const byId = new Map(rules.standings.map(({ id, relation }) => [id, relation]));
  const relationsWith = (holds: (cell: AccessCell) => boolean) =>
    new Set(all.filter(holds).map(({ who }) => byId.get(who)));
  expect(relationsWith(({ consent }) => consent === 'given')).toEqual(
    new Set(['other-caregiver', 'municipality']),
  );
  expect(relationsWith(({ block }) => block === 'opened')).toEqual(
    new Set(['other-unit', 'former-unit', 'no-relation', 'other-caregiver']),
  );
  expect(all.filter(({ what, way }) => what === 'prescribe' && way !== 'do')).toEqual([]);
});
