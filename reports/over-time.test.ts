import { describe, expect, it } from 'vitest';
import type { HazardLog } from '../domain/hazard.ts';
import { attributionOf } from './attribution.ts';
import { type Conservation, conservationIn } from './conservation.ts';
import { detectionLimits, ruleOfThree } from './detection.ts';
import { hazardsCsv } from './exports/hazards-csv.ts';
import { hazardReport } from './hazards.ts';
import type { RunHistory } from './history.ts';
import { steeringPage } from './html/steering.ts';
import { trendPage } from './html/trend.ts';
import { readinessOf } from './readiness.ts';
import { type Fault, runOf, type SyntheticRun } from './testing/synthetic.ts';
import { trendOf } from './trend.ts';
import { summarise } from './verdicts.ts';

const LOST: Fault = {
  kind: 'order-on-laboratory-worklist',
  every: 1,
  verdict: 'fail',
  observed: 'tom lista',
};
const at = (day: number, options: SyntheticRun): RunHistory => ({
  ...runOf({ run: `dag-${day}`, ...options }),
  beganAt: day,
});
const good = (day: number) => at(day, {});
const bad = (day: number, faults: readonly Fault[] = [LOST]) => at(day, { faults });

describe('a failure against earlier runs', () => {
  const stability = (run: RunHistory, earlier: readonly RunHistory[]) =>
    Object.values(readinessOf([run], { earlier }).stability)[0];
  it.each([
    ['unknown', [], 'dag-9', 0],
    ['new', [good(1), good(2)], 'dag-9', 0],
    ['steady', [bad(1), bad(2)], 'dag-1', 2],
    ['flaky', [good(1), bad(2)], 'dag-2', 1],
  ] as const)('is %s', (is, earlier, firstSeen, failedIn) => {
    expect(stability(bad(9), earlier)).toMatchObject({ is, firstSeen, failedIn });
  });
  it('is flaky when only some of its instances fail', () => {
    const some = bad(9, [{ ...LOST, every: 2 }]);
    expect(stability(some, [bad(1), bad(2)])?.is).toBe('flaky');
  });
  it('shows what changed since the last one', () => {
    const { changes } = readinessOf([bad(9)], { earlier: [good(1)] });
    expect(changes).toMatchObject({
      since: 'dag-1',
      changes: [{ id: 'KRAV-LAB-01', was: 'pass', is: 'fail' }, {}],
    });
    expect(readinessOf([good(9)], { earlier: [good(1)] }).changes?.changes).toEqual([]);
    expect(readinessOf([good(9)]).changes).toBeUndefined();
  });
});

describe('the trend', () => {
  const lost = trendOf([good(1), bad(3), at(4, { faults: [], instances: 0 }), bad(2), good(5), bad(6)]);

  it('goes by time, whatever the order of the runs', () => {
    expect(lost.points.map(({ run }) => run)).toEqual(['dag-1', 'dag-2', 'dag-3', 'dag-4', 'dag-5', 'dag-6']);
  });
  it('leaves out what was cut off and what had planted faults, and says so', () => {
    const cut = at(2, { faults: [LOST], ending: 'interrupted' });
    const bare = bad(3);
    const planted = { ...bare, started: { ...bare.started, planted: ['order-lost'] } };
    const { points, findings, leftOut } = trendOf([good(1), planted, cut, good(4)]);
    expect(points.map(({ run }) => run)).toEqual(['dag-1', 'dag-4']);
    expect(findings).toEqual([]);
    expect(leftOut).toMatchObject([
      { run: 'dag-2', reason: { sv: 'den blev avbruten' } },
      { run: 'dag-3', reason: { sv: 'fel var planterade: order-lost' } },
    ]);
    expect(trendPage(trendOf([good(1), planted]), 'runs')).toContain('fel var planterade: order-lost');
  });
  it('burns findings down only by a run that looked', () => {
    expect(lost.points.map(({ open, opened, closed }) => [open, opened, closed])).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
      [1, 1, 0],
    ]);
    expect(lost.findings).toMatchObject([{ firstSeen: 'dag-2', lastSeen: 'dag-6', open: true }]);
  });
  it('names the flows that change', () => {
    expect(lost.flaky).toEqual([
      { flow: 'brostsmarta/brostsmarta', name: 'Bröstsmärta på akuten', runs: 5, passed: 2, flips: 3 },
    ]);
    expect(trendOf([good(1), good(2)]).flaky).toEqual([]);
  });
  it('is a page that needs nothing, and tells of what could not be read', () => {
    const page = trendPage(trendOf([good(1), bad(2)], [{ folder: 'trasig', reason: 'rad 3' }]), 'runs');
    expect(page.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, '')).not.toMatch(/(src|href)=|https?:/);
    expect(page).toContain('trasig');
    expect(page.match(/<svg /g)).toHaveLength(4);
  });
});

describe('conservation', () => {
  const lineOf = ({ lines }: Conservation) => lines.find(({ law }) => law === 'order-on-one-worklist');

  it('lists what is missing by instance, name and the name the system gave it', () => {
    const { lines, missing } = summarise([bad(1)]).conservation;
    expect(lineOf({ lines, missing })).toMatchObject({
      sent: 4,
      kept: 0,
      lost: 2,
      notLookedFor: 2,
    });
    expect(missing).toHaveLength(2);
    expect(missing[0]).toMatchObject({ instance: 'f-0001', name: 'provet', observed: 'tom lista' });
  });
  it('believes what was found at the end of the run, where the flow itself had not looked', () => {
    const run = bad(1);
    const found = (verdict: 'pass' | 'fail') => ({
      ...run,
      instances: run.instances.map((instance) => ({
        ...instance,
        reconciled: [
          {
            type: 'reconciled' as const,
            instance: instance.instance,
            name: instance.flow.id.startsWith('kritiskt') ? 'odlingen' : 'provet',
            kind: 'order-on-laboratory-worklist' as const,
            verdict,
            observed: 'vid dagens slut',
          },
        ],
      })),
    });
    const kept = summarise([found('pass')]).conservation;
    expect(lineOf(kept)).toMatchObject({ sent: 4, kept: 2, lost: 2, notLookedFor: 0 });
    const lost = summarise([found('fail')]).conservation;
    expect(lineOf(lost)).toMatchObject({ sent: 4, kept: 0, lost: 4, notLookedFor: 0 });
    expect(lost.missing.map(({ observed }) => observed)).toContain('vid dagens slut');
  });
  it('says nothing of what was never acknowledged', () => {
    const never = summarise([
      at(1, { faults: [{ kind: 'order-test', every: 1, verdict: 'error', stops: true }] }),
    ]);
    expect(lineOf(conservationIn(never.instances, never.vocabulary))).toMatchObject({
      sent: 0,
      kept: 0,
      lost: 0,
    });
  });
});

describe('what could have been missed', () => {
  it('is three over n, and everything where too few were seen', () => {
    expect([ruleOfThree(300), ruleOfThree(3), ruleOfThree(2)]).toEqual([0.01, 1, 1]);
  });
  it('is told by kind of step, the least looked at first, and not of what did go wrong', () => {
    const limits = detectionLimits(summarise([bad(1)]).instances);
    expect(limits.map(({ n }) => n)).toEqual(limits.map(({ n }) => n).toSorted((a, b) => a - b));
    const lost = limits.find(({ kind }) => kind === 'order-on-laboratory-worklist');
    expect(lost).toMatchObject({ n: 2, wrong: 2 });
    expect(lost).not.toHaveProperty('couldMiss');
  });
});

describe('attribution', () => {
  const ended = {
    type: 'step-ended',
    instance: 'f',
    step: 0,
    verdict: 'fail',
    startedAt: 0,
    endedAt: 1,
    dayTime: 0,
  } as const;
  it.each([
    ['what was seen was wrong', { ...ended, expected: 'a', observed: 'b' }, 'fail', 'system'],
    ['it refused', { ...ended, reason: 'nej' }, 'fail', 'system'],
    ['it broke', { ...ended, cause: 'system' }, 'error', 'system'],
    ['Genrep broke', { ...ended, cause: 'harness' }, 'error', 'test'],
    ['it would not have the patient', { ...ended, cause: 'data' }, 'fail', 'data'],
    ['the run was cut off', undefined, 'unknown', 'test'],
  ] as const)('%s', (_what, event, verdict, to) => {
    expect(attributionOf({ verdict, ...(event === undefined ? {} : { ended: event }) }).to).toBe(to);
  });
});

describe('the hazard log', () => {
  const log: HazardLog = {
    hash: 'h',
    hazards: [
      {
        id: 'RISK-01',
        sv: 'Fara',
        en: 'Hazard',
        cause: { sv: 'Orsak', en: 'Cause', source: 'D15' },
        control: { sv: 'Skydd', en: 'Control' },
        requirements: ['KRAV-LAB-01'],
        flows: ['brostsmarta/brostsmarta'],
        owner: { sv: 'Chefläkare', en: 'Chief medical officer' },
      },
    ],
  };
  it.each([
    ['held, seldom', at(1, {}), 'medium'],
    ['held, often', at(1, { instances: 480 }), 'low'],
    ['broke', bad(1), 'high'],
    ['nobody looked', at(1, { instances: 0 }), 'unknown'],
  ] as const)('proposes from the evidence: %s', (_what, run, proposed) => {
    expect(hazardReport(log, summarise([run])).hazards[0]?.proposed).toBe(proposed);
  });
  it('never reads a missing requirement as a control that held', () => {
    const unknown = {
      ...log,
      hazards: log.hazards.map((each) => ({ ...each, requirements: ['KRAV-XX-01'] })),
    };
    expect(hazardReport(unknown, summarise([good(1)])).hazards[0]).toMatchObject({
      verdict: 'not-covered',
      proposed: 'unknown',
    });
  });
  it('is a table with an empty column for the clinician', () => {
    const [, row] = hazardsCsv(hazardReport(log, summarise([bad(1)]))).split('\r\n');
    expect(row).toBe(
      'RISK-01,Fara,Orsak,D15,Skydd,KRAV-LAB-01,brostsmarta/brostsmarta,underkänt,2,2,dag-1,hög,Skyddet brast.,,,,Chefläkare',
    );
  });
});

describe('the sheet for the steering group', () => {
  it('says no first, then why, with the consequence for the patient', () => {
    const readiness = readinessOf([bad(1)]);
    const page = steeringPage(readiness);
    expect(page.indexOf('Generalrepetitionen är underkänd')).toBeLessThan(page.indexOf('id="reasons"'));
    expect(readiness.risks[0]).toMatchObject({ requirement: { id: 'KRAV-LAB-01' }, verdict: 'fail' });
    expect(readiness.risks).toHaveLength(5);
    expect(steeringPage(readiness)).toBe(page);
  });
});
