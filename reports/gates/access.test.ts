import { describe, expect, it } from 'vitest';
import type { Gate, Stage } from '../../domain/stage.ts';
import { readinessOf } from '../readiness.ts';
import { accessRun, followed, logged, related, tried } from '../testing/access.ts';
import { STAGE } from '../testing/stage.ts';
import { runOf } from '../testing/synthetic.ts';

const MATRIX: Gate = { kind: 'access-matrix', atMost: 0 };
const LOG: Gate = { kind: 'access-log', atLeast: 1 };
const RIGHT = [tried('must', 'shown'), tried('must-not', 'kept')];

const stageOf = (gate: Gate): Stage => ({
  ...STAGE,
  gates: [{ id: 'G', sv: 'Prov.', en: 'Test.', source: 'assumption', gate }],
  hash: `hash ${gate.kind}`,
});

function of(gate: Gate, ...[cells, more]: Partial<Parameters<typeof accessRun>>) {
  const stage = stageOf(gate);
  const run = cells === undefined ? runOf({ stage }) : accessRun(cells, { stage, ...more });
  return readinessOf([run], { scope: 'stage' }).gates.find(({ id }) => id === 'G');
}

it.each([MATRIX, LOG])('$kind is not covered by a run that did not try it', (gate) => {
  expect(of(gate)).toMatchObject({
    verdict: 'not-covered',
    closedBy: { command: 'npx genrep access --strength all' },
  });
});

describe('the matrix', () => {
  it.each([
    ['all right', RIGHT, {}, 'pass'],
    ['shown too much', [...RIGHT, tried('must-not', 'shown')], {}, 'fail'],
    ['refused too much', [...RIGHT, tried('must', 'kept')], {}, 'fail'],
    ['a relation broken', RIGHT, { relations: [related(2, 1)] }, 'fail'],
    ['an answer that says nothing', [...RIGHT, tried('must', 'error')], {}, 'error'],
    ['a cell that cannot be tried', [...RIGHT, tried('must', 'not-covered')], {}, 'not-covered'],
  ] as const)('%s: %4$s', (_what, cells, more, verdict) => {
    expect(of(MATRIX, cells, more)).toMatchObject({ verdict, evidence: ['access'] });
  });

  it('lets as many be wrong as it says', () => {
    const one = [...RIGHT, tried('must-not', 'shown')];
    expect(of({ ...MATRIX, atMost: 1 }, one)?.verdict).toBe('pass');
  });

  it('names who was let', () => {
    expect(of(MATRIX, [tried('must-not', 'shown')])).toMatchObject({
      measured: { sv: '1 fel av 1 rutor' },
      reasons: [{ text: { sv: 'Fick, men får inte: Läkare: Anteckning.' } }],
    });
  });
});

describe('the log', () => {
  it.each([
    ['all there and all explained', {}, 'pass'],
    ['one access missing', { log: logged({ found: 9, examples: ['saknas: R Observation'] }) }, 'fail'],
    ['one entry that nobody made', { log: logged({ explained: 11 }) }, 'fail'],
    ['snooping not found', { followUps: [followed(2, 1)] }, 'fail'],
    ['no log to read', { log: logged({ reason: 'Loggen går inte att läsa.' }) }, 'not-covered'],
  ])('%s', (_what, more, verdict) => {
    expect(of(LOG, RIGHT, more)?.verdict).toBe(verdict);
  });
});
