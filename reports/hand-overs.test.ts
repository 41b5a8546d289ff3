import { describe, expect, it } from 'vitest';
import { readinessOf } from './readiness.ts';
import { type Fault, runOf, type SyntheticRun } from './testing/synthetic.ts';

const readiness = (options?: SyntheticRun) => readinessOf([runOf(options)]);

const LOST_ORDER: Fault = {
  kind: 'order-on-laboratory-worklist',
  every: 3,
  verdict: 'fail',
  expected: 'Troponin T på laboratoriets arbetslista',
  observed: 'arbetslistan saknar ordinationen',
  reason: 'Syntes inte inom 5 s.',
};

describe('hand-overs', () => {
  it('run from the act to the one who sees it, with the limit of the step', () => {
    const edge = readiness({ instances: 160 }).handOvers.find(
      ({ kind }) => kind === 'order-on-laboratory-worklist',
    );
    expect(edge).toMatchObject({
      from: { sv: 'Läkare, akuten', en: 'Physician, emergency department' },
      to: { sv: 'Biomedicinsk analytiker, laboratoriet' },
      n: 20,
      neverSeen: 0,
      limit: 5_000,
    });
    expect(edge?.p50 ?? 0).toBeLessThanOrEqual(edge?.p95 ?? 0);
  });

  it('count what was never seen as slower than everything', () => {
    const edge = readiness({ instances: 160, faults: [LOST_ORDER] }).handOvers.find(
      ({ kind }) => kind === 'order-on-laboratory-worklist',
    );
    expect(edge).toMatchObject({ n: 20, neverSeen: 6, p95: null, max: null });
    expect(edge?.p50).toEqual(expect.any(Number));
  });

  it('neither count what nobody can tell as seen nor as missed', () => {
    const edge = readiness({
      instances: 160,
      faults: [{ ...LOST_ORDER, verdict: 'unknown' }],
    }).handOvers.find(({ kind }) => kind === 'order-on-laboratory-worklist');
    expect(edge).toMatchObject({ n: 20, neverSeen: 0, untold: 6, p95: expect.any(Number) });
    expect(edge?.p95Between).toEqual([expect.any(Number), null]);
  });
});
