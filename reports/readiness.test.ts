import { describe, expect, it } from 'vitest';
import type { Gate, Stage } from '../domain/stage.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { FLOWS } from './testing/flows.ts';
import { STAGE } from './testing/stage.ts';
import { type Fault, runOf, type SyntheticRun } from './testing/synthetic.ts';

const readiness = (options?: SyntheticRun) => readinessOf([runOf(options)]);
const gate = ({ gates }: Readiness, id: string) => gates.find((one) => one.id === id);
const requirement = ({ requirements }: Readiness, id: string) =>
  requirements.find((one) => one.requirement.id === id);
/** The laboratory's answer is not where the system said it put it. */
const FAILED_ANSWER: Fault = {
  ...{ kind: 'answer-order', every: 1, verdict: 'fail', stops: true },
  reason: 'När ett provsvar skulle sparas svarade systemet ja, men det finns inte.',
};

const onlyGate = (what: Gate): Stage => ({
  ...STAGE,
  gates: [{ id: 'G', sv: 'G', en: 'G', source: 'assumption', gate: what }],
});

const LOST_ORDER: Fault = {
  kind: 'order-on-laboratory-worklist',
  every: 3,
  verdict: 'fail',
  expected: 'Troponin T på laboratoriets arbetslista',
  observed: 'arbetslistan saknar ordinationen',
  reason: 'Syntes inte inom 5 s.',
};

describe('a run in which everything was seen', () => {
  it('has passed, with every gate and requirement, and is no go of the stage', () => {
    const result = readiness({ instances: 160 });
    expect(result).toMatchObject({ outcome: 'passed', verdict: 'pass', reasons: [], otherFailures: [] });
    expect(result).not.toHaveProperty('decision');
    expect(result.gates.map(({ verdict }) => verdict)).toEqual(result.gates.map(() => 'pass'));
    expect(result.requirements.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(result.counts).toMatchObject({ planned: 160, started: 160, channels: { api: 152, ui: 8 } });
    expect(result.notCovered).toEqual([]);
  });

  it('says the same again', () => {
    expect(JSON.stringify(readiness())).toBe(JSON.stringify(readiness()));
  });
});

describe('a requirement that does not hold', () => {
  const result = readiness({ instances: 160, faults: [LOST_ORDER] });

  it('has failed, and names it, what was expected, what was seen, how often, and one example', () => {
    expect(result.outcome).toBe('failed');
    const [reason] = result.reasons;
    expect(reason).toMatchObject({ verdict: 'fail', requirement: 'KRAV-LAB-01' });
    expect(reason?.text.sv).toContain('Höll inte i 6 av 20 flöden');
    expect(reason?.failures[0]).toMatchObject({
      expected: LOST_ORDER.expected,
      observed: LOST_ORDER.observed,
      count: 6,
      of: 20,
      example: { instance: 'f-0017' },
      step: { actor: 'biomedicinska analytikern på laboratoriet' },
    });
  });

  it('touches no other requirement', () => {
    const others = result.requirements.filter(({ requirement: { id } }) => id !== 'KRAV-LAB-01');
    expect(others.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(result.otherFailures).toEqual([]);
  });

  it.each(['fail', 'error', 'unknown'] as const)('takes the worst that was observed: %s', (verdict) => {
    const mixed = readiness({ instances: 160, faults: [{ ...LOST_ORDER, verdict }] });
    expect(requirement(mixed, 'KRAV-LAB-01')?.verdict).toBe(verdict satisfies Verdict);
    expect(mixed.outcome).toBe({ fail: 'failed', error: 'broken', unknown: 'inconclusive' }[verdict]);
  });

  it('is judged only where it is claimed', () => {
    const unclaimed = FLOWS.map((flow) => ({
      ...flow,
      requirements: flow.requirements.filter((id) => id !== 'KRAV-LAB-01'),
    }));
    const elsewhere = readiness({ flows: unclaimed, faults: [{ ...LOST_ORDER, every: 1 }] });
    expect(requirement(elsewhere, 'KRAV-LAB-01')).toMatchObject({ verdict: 'not-covered' });
    const [failure] = elsewhere.flows.flatMap(({ failures }) => failures);
    expect(failure).toMatchObject({ verdict: 'fail', requirements: ['KRAV-LAB-02', 'KRAV-INS-01'] });
  });
});

describe('what nobody looked at', () => {
  it('leaves a requirement not covered, with the driver’s reason, and the gate shut', () => {
    const lacking = (channel: 'api' | 'ui') => ({
      channel,
      kind: 'early-warning-raised' as const,
      reason: 'Systemet säger sig inte varna för NEWS2.',
    });
    const result = readiness({ notSupported: [lacking('api'), lacking('ui')] });
    expect(requirement(result, 'KRAV-VIT-01')).toMatchObject({
      verdict: 'not-covered',
      observedIn: 0,
      notSupportedIn: 2,
      reason: { sv: 'Systemet säger sig inte varna för NEWS2.' },
    });
    expect(gate(result, 'GRIND-1')?.verdict).toBe('not-covered');
    expect(result).toMatchObject({ outcome: 'inconclusive' });
    expect(result.notCovered[0]).toMatchObject({ channel: 'api', count: 2 });
  });

  it('does not hide behind what another channel saw', () => {
    const result = readiness({
      instances: 160,
      notSupported: [{ channel: 'ui', kind: 'early-warning-raised', reason: 'Ingen sådan sida.' }],
    });
    const looked = requirement(result, 'KRAV-VIT-01');
    expect(looked?.verdict).toBe('pass');
    expect((looked?.observedIn ?? 0) + (looked?.notSupportedIn ?? 0)).toBe(20);
  });

  const refused: Fault = {
    ...{ kind: 'register-arrival', every: 1, verdict: 'unknown', reason: 'Inget svar.', stops: true },
  };

  it('counts a requirement that flows never reached', () => {
    const result = readiness({ faults: [refused] });
    expect(requirement(result, 'KRAV-LAB-01')).toMatchObject({ verdict: 'not-covered', notReachedIn: 2 });
    expect(requirement(result, 'KRAV-LAB-01')?.reason?.sv).toContain('kom aldrig till');
    expect(result.otherFailures[0]).toMatchObject({ count: 2, of: 2, step: { index: 0 } });
    expect(gate(result, 'GRIND-3')).toMatchObject({ verdict: 'unknown' });
    expect(gate(result, 'GRIND-3')?.reasons[0]?.failures[0]?.reason?.sv).toBe('Inget svar.');
  });

  it('is what a failing step kept from being shown, and what was seen before stands', () => {
    const result = readiness({ instances: 160, faults: [{ ...FAILED_ANSWER, every: 2 }] });
    expect(requirement(result, 'KRAV-LAB-01')).toMatchObject({ verdict: 'pass' });
    expect(requirement(result, 'KRAV-LAB-02')).toMatchObject({
      verdict: 'fail',
      brokenIn: 10,
      strandedIn: 10,
    });
    expect(result.reasons.map(({ text }) => text.sv)).toContainEqual(
      expect.stringMatching(/Kunde inte visas: ett annat steg gick fel i 10 av 20 flöden\.$/),
    );
    expect(result.otherFailures).toEqual([]);
  });

  it('is said of flows that were not played', () => {
    const result = readiness({ instances: 3 });
    expect(result.notCovered.filter(({ why }) => why.sv.includes('ingick inte'))).toHaveLength(
      FLOWS.length - 3,
    );
  });
});

describe('a failing step of a flow without requirements', () => {
  const flows = FLOWS.map((flow) => ({ ...flow, requirements: [] }));
  const result = readiness({
    ...{ flows, instances: 160 },
    faults: [{ kind: 'triage', every: 2, verdict: 'fail', reason: 'Nekad.' }],
  });

  it('is a reason and shuts the gate of flows', () => {
    expect(gate(result, 'GRIND-3')).toMatchObject({
      verdict: 'fail',
      measured: { sv: expect.stringMatching(/^150 av 160 \(93,7\s%\)$/) },
    });
    expect(result.reasons.flatMap(({ failures }) => failures)[0]).toMatchObject({
      ...{ requirements: [], count: 10, of: 20 },
    });
  });

  it('is told even when every gate is passed', () => {
    const stage = onlyGate({ kind: 'flows-passed', atLeast: 0.9 });
    const run = runOf({
      ...{ stage, flows, instances: 160 },
      faults: [{ kind: 'triage', every: 2, verdict: 'fail' }],
    });
    const stands = readinessOf([run], { scope: 'stage' });
    expect(stands).toMatchObject({ decision: 'go', outcome: 'failed' });
    expect(stands.otherFailures).toHaveLength(1);
  });
});

describe('gates', () => {
  it.each<[string, Gate, SyntheticRun, Verdict]>([
    [
      'requirements-pass',
      { kind: 'requirements-pass', classes: [1] },
      { faults: [{ ...LOST_ORDER, every: 1 }] },
      'fail',
    ],
    [
      'requirements-pass of a class without any',
      { kind: 'requirements-pass', classes: [] },
      {},
      'not-covered',
    ],
    ['flows-passed', { kind: 'flows-passed', atLeast: 1 }, { faults: [{ ...LOST_ORDER, every: 1 }] }, 'fail'],
    ['flows-passed without flows', { kind: 'flows-passed', atLeast: 0 }, { instances: 0 }, 'not-covered'],
    [
      'flows-passed where steps could not be looked at',
      { kind: 'flows-passed', atLeast: 1 },
      { notSupported: [{ channel: 'api', kind: 'triage', reason: 'Nej.' }] },
      'not-covered',
    ],
    [
      'steps-covered',
      { kind: 'steps-covered', atLeast: 0.99 },
      { notSupported: [{ channel: 'api', kind: 'triage', reason: 'Nej.' }] },
      'not-covered',
    ],
    [
      'hand-over-p95, slow',
      { kind: 'hand-over-p95', atMost: 5_000 },
      { faults: [{ kind: 'patient-reads-note', every: 1, verdict: 'pass', latency: 6_000 }] },
      'fail',
    ],
    [
      'hand-over-p95, never seen',
      { kind: 'hand-over-p95', atMost: 5_000 },
      { faults: [{ ...LOST_ORDER, every: 2 }] },
      'fail',
    ],
    [
      'hand-over-p95, where some cannot be told',
      { kind: 'hand-over-p95', atMost: 5_000 },
      { faults: [{ ...LOST_ORDER, every: 2, verdict: 'unknown' }] },
      'unknown',
    ],
    [
      'hand-over-p95, where none can be told',
      { kind: 'hand-over-p95', atMost: 5_000 },
      { faults: [{ ...LOST_ORDER, every: 1, verdict: 'unknown' }] },
      'unknown',
    ],
    ['hand-over-p95 of nothing', { kind: 'hand-over-p95', atMost: 5_000 }, { instances: 0 }, 'not-covered'],
    [
      'broken-steps',
      { kind: 'broken-steps', atMost: 0.1 },
      { faults: [{ kind: 'triage', every: 1, verdict: 'error' }] },
      'fail',
    ],
    ['broken-steps of nothing', { kind: 'broken-steps', atMost: 0.1 }, { instances: 0 }, 'not-covered'],
  ])('%s is shut', (_name, what, run, verdict) => {
    const shut = gate(readiness({ stage: onlyGate(what), ...run }), 'G');
    expect(shut?.verdict).toBe(verdict);
    expect(shut?.reasons.length).toBeGreaterThan(0);
  });

  it('open at exactly their limit', () => {
    const passed = (what: Gate, run: SyntheticRun) =>
      gate(readiness({ stage: onlyGate(what), ...run }), 'G')?.verdict;
    const half: Fault = { kind: 'order-on-laboratory-worklist', every: 2, verdict: 'error' };
    const first = FLOWS.slice(0, 1);
    expect(
      passed({ kind: 'flows-passed', atLeast: 0.5 }, { flows: first, instances: 4, faults: [half] }),
    ).toBe('pass');
    expect(
      passed({ kind: 'broken-steps', atMost: 0.5 }, { flows: first, instances: 4, faults: [half] }),
    ).toBe('pass');
  });

  it('give no go when there are none', () => {
    const run = runOf({ stage: { ...STAGE, gates: [] } });
    expect(readinessOf([run], { scope: 'stage' })).toMatchObject({
      decision: 'no-go',
      verdict: 'not-covered',
    });
    expect(readinessOf([run])).toMatchObject({
      outcome: 'passed',
      conclusion: { gates: { passed: 1, all: 2 } },
    });
  });
});

describe('a run that did not come to its end', () => {
  it.each([
    ['interrupted', 'avbröts'],
    ['killed', 'dog innan'],
  ] as const)('has not passed: %s', (ending, words) => {
    const result = readiness({ ending });
    expect(result).toMatchObject({ outcome: 'interrupted', verdict: 'unknown' });
    expect(result.reasons[0]?.text.sv).toContain(words);
  });

  it('leaves a write under way unknown', () => {
    const result = readiness({
      ending: 'killed',
      faults: [{ kind: 'triage', every: 1, verdict: 'unknown', lost: true }],
    });
    expect(result.otherFailures[0]).toMatchObject({
      verdict: 'unknown',
      reason: { sv: expect.stringContaining('bröts') },
    });
  });

  it('has not passed when planned flows were never played', () => {
    expect(readiness({ planned: 20 }).reasons[0]?.text.sv).toBe('4 av 20 planerade flöden spelades aldrig.');
  });
});

describe('several runs', () => {
  it('are judged together by the worst that was seen', () => {
    const good = runOf({ run: 'a' });
    const bad = runOf({ run: 'b', faults: [{ ...LOST_ORDER, every: 1 }] });
    const together = readinessOf([good, bad]);
    expect(requirement(together, 'KRAV-LAB-01')).toMatchObject({
      verdict: 'fail',
      observedIn: 4,
      brokenIn: 2,
    });
    expect(together.runs.map(({ run }) => run)).toEqual(['a', 'b']);
  });

  it('of different stages or flows are refused', () => {
    const other = runOf({ run: 'b', stage: { ...STAGE, hash: 'other' } });
    expect(() => readinessOf([runOf(), other])).toThrow('olika krav och grindar');
    const changed = runOf({ run: 'c', flows: FLOWS.map((flow) => ({ ...flow, hash: 'x' })) });
    expect(() => readinessOf([runOf(), changed])).toThrow('såg olika ut');
    expect(() => readinessOf([])).toThrow('minst en körning');
  });
});
