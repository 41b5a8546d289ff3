import { describe, expect, it } from 'vitest';
import type { Stage } from '../../domain/stage.ts';
import type { RunHistory } from '../history.ts';
import { FLOWS } from '../testing/flows.ts';
import { STAGE } from '../testing/stage.ts';
import { runOf, type SyntheticRun } from '../testing/synthetic.ts';
import { type StageRecords, weighStage } from './weigh-stage.ts';

const HOUR = 3_600_000;
const run = (
  id: string,
  hours: number,
  options: SyntheticRun = {},
  started: Partial<RunHistory['started']> = {},
): RunHistory => {
  const made = runOf({ run: id, ...options });
  return {
    ...made,
    started: { ...made.started, ...started },
    beganAt: made.beganAt + hours * HOUR,
    lastAt: made.lastAt + hours * HOUR,
  };
};
const weigh = (runs: readonly RunHistory[], change: Partial<StageRecords> = {}) =>
  weighStage(
    {
      stage: STAGE,
      runs,
      decisions: [],
      approvalsAt: () => ({ asOf: '', validMonths: 12, approved: [] }),
      ...change,
    },
    Date.UTC(2027, 0, 1),
  );
const BROKEN: SyntheticRun = { faults: [{ kind: 'triage', every: 1, verdict: 'fail' }] };
const passed = ({ gates }: ReturnType<typeof weigh>): number =>
  gates.filter(({ verdict }) => verdict === 'pass').length;

describe('a stage today', () => {
  it('has passed nothing without runs, and has all its gates', () => {
    const { gates, runs, points } = weigh([]);
    expect(gates.map(({ id }) => id)).toEqual(STAGE.gates.map(({ id }) => id));
    expect(gates.every(({ verdict }) => verdict === 'not-covered')).toBe(true);
    expect({ runs, points: points.length }).toEqual({ runs: [], points: 1 });
  });

  it('rests on the latest run of each kind, and tells why the others do not count', () => {
    const result = weigh([run('bra', 0), run('trasig', 10, BROKEN)]);
    expect(result.runs).toEqual(['trasig']);
    expect(result.leftOut).toMatchObject([
      { run: 'bra', reason: { sv: 'det finns en senare av samma slag' } },
    ]);
    expect(passed(weigh([run('trasig', 0, BROKEN), run('bra', 10)]))).toBeGreaterThan(passed(result));
  });

  it('is followed run by run, and last now', () => {
    const { points } = weigh([run('trasig', 0, BROKEN), run('bra', 10)]);
    expect(points).toHaveLength(3);
    expect(points[1]?.passed).toBeGreaterThan(points[0]?.passed ?? 99);
    expect(points[2]?.passed).toBe(points[1]?.passed);
  });

  it.each([
    [
      'of another system',
      run('annat', 0, {}, { command: 'features', system: { name: 'x', software: 'y', version: '1' } }),
      'annat system',
    ],
    ['that was cut off', run('avbruten', 0, { ending: 'interrupted' }), 'avbruten'],
    ['with faults planted', run('planterad', 0, {}, { planted: ['order-lost'] }), 'order-lost'],
    [
      'of flows that read otherwise',
      run(
        'forr',
        0,
        { flows: FLOWS.map((flow) => ({ ...flow, hash: `${flow.hash} förr` })) },
        { command: 'features' },
      ),
      'löd annorlunda',
    ],
  ])('leaves out a run %s, with the reason', (_what, other, reason) => {
    const result = weigh([other, run('bra', 10)]);
    expect(result.runs).toEqual(['bra']);
    expect(result.leftOut[0]?.reason.sv).toContain(reason);
  });

  it('knows nothing of runs of another stage', () => {
    const stage: Stage = { ...STAGE, name: 'etapp-2' };
    expect(weigh([run('ettan', 0)], { stage })).toMatchObject({ runs: [], leftOut: [] });
  });
});
