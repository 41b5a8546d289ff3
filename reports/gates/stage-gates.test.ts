import { describe, expect, it } from 'vitest';
import type { Decision } from '../../domain/decision.ts';
import type { DeviationRegister } from '../../domain/deviation.ts';
import type { EstimateMade } from '../../domain/evidence.ts';
import type { Gate, Stage, StageGate } from '../../domain/stage.ts';
import { hashOfGate } from '../../scenarios/gate-hash.ts';
import { PLAN } from '../../weeks/testing/weeks.ts';
import type { RunHistory } from '../history.ts';
import { type ReadinessOptions, readinessOf } from '../readiness.ts';
import { answer, caseOf, deckRun, stop, warn } from '../testing/deck.ts';
import { STAGE } from '../testing/stage.ts';
import { type Fault, runOf, type SyntheticRun } from '../testing/synthetic.ts';

const named = (gate: Gate, id = 'G'): StageGate => ({
  id,
  sv: 'Prov.',
  en: 'Test.',
  source: 'assumption',
  gate,
});
const stageWith = (...gates: StageGate[]): Stage => ({
  ...STAGE,
  gates,
  hash: `hash ${JSON.stringify(gates)}`,
});

/** What one gate says of a run, weighed for the stage. */
function judged(gate: Gate, options: SyntheticRun = {}, more: Partial<ReadinessOptions> = {}) {
  const stage = stageWith(named(gate));
  const { gates } = readinessOf([runOf({ stage, ...options })], { scope: 'stage', ...more });
  return gates.find(({ id }) => id === 'G');
}

const LOST: Fault = {
  kind: 'order-on-laboratory-worklist',
  every: 2,
  verdict: 'fail',
  observed: 'tom lista',
};

describe('requirements covered', () => {
  const gate: Gate = { kind: 'requirements-covered', classes: [1], atLeast: 1 };
  it('passes when each was looked at, whatever came of it', () => {
    expect(judged(gate, { faults: [{ ...LOST, every: 1 }] })?.verdict).toBe('pass');
  });
  it('names those that nobody looked at', () => {
    const without = judged(gate, {
      browserEvery: 0,
      notSupported: [{ channel: 'api', kind: 'early-warning-raised', reason: 'Syns inte.' }],
    });
    expect(without).toMatchObject({ verdict: 'not-covered', measured: { sv: '9 av 10 prövade' } });
    expect(without?.reasons[0]?.text.sv).toBe('Inte prövade: KRAV-VIT-01.');
  });
});

describe('flows played', () => {
  const gate: Gate = { kind: 'flows-played', atLeast: 0.95, flows: ['sepsislarm/sepsislarm'] };
  it('passes when enough were, and the named ones to pass', () => {
    expect(judged(gate)?.verdict).toBe('pass');
  });
  it('is not covered when too few were', () => {
    expect(judged(gate, { instances: 3 })).toMatchObject({ verdict: 'not-covered' });
  });
  it('fails when a named one did not pass even once', () => {
    const fault: Fault = { kind: 'dose-given', every: 2, verdict: 'fail' };
    expect(judged(gate, { faults: [fault] })?.reasons[0]).toMatchObject({
      verdict: 'fail',
      text: { sv: expect.stringContaining('1 av 2 gånger slutade det inte godkänt') },
    });
  });
  it('is not covered when a named one was played and nobody could look', () => {
    const fault: Fault = { kind: 'dose-given', every: 2, verdict: 'not-covered' };
    expect(judged(gate, { faults: [fault] })).toMatchObject({
      verdict: 'not-covered',
      reasons: [{ verdict: 'not-covered' }],
    });
  });
});

describe('conservation', () => {
  const gate: Gate = { kind: 'conservation', atLeast: 1 };
  it('passes when all that was followed arrived', () => {
    expect(judged(gate)).toMatchObject({
      verdict: 'pass',
      measured: { sv: '8 av 8 kontroller (100\u00a0%)' },
    });
  });
  it('fails and names what is missing', () => {
    expect(judged(gate, { faults: [LOST] })?.reasons[0]?.text.sv).toBe('Saknas: f-0009 ”provet”.');
  });
  it('is not covered when nothing was followed', () => {
    expect(judged(gate, { instances: 0 })?.verdict).toBe('not-covered');
  });
});

describe('deviations', () => {
  const gate: Gate = { kind: 'deviations-open', class: 2, atMost: 0, unlessWorkaround: true };
  const open = {
    id: 'AVV-1',
    sv: 'Fel.',
    en: 'Wrong.',
    class: 2,
    state: 'open',
    reported: '2026-11-01',
  } as const;
  const workaround = { sv: 'För hand.', en: 'By hand.', acceptedBy: 'Verksamhetschef' };
  const register = (...deviations: DeviationRegister['deviations'][number][]): DeviationRegister => ({
    stage: STAGE.name,
    asOf: '2026-11-20',
    reviewedBy: 'Införandeledare',
    deviations,
    hash: 'h',
  });
  it.each([
    ['no register', undefined, 'not-covered'],
    ['none', register(), 'pass'],
    ['one open', register(open), 'fail'],
    ['one with a workaround', register({ ...open, workaround }), 'pass'],
    ['one closed', register({ ...open, state: 'closed' }), 'pass'],
    ['one of another class', register({ ...open, class: 1 }), 'pass'],
  ] as const)('%s', (_what, deviations, verdict) => {
    expect(judged(gate, {}, deviations === undefined ? {} : { deviations })?.verdict).toBe(verdict);
  });
});

describe('a limit on the simulated day', () => {
  const estimate = (mean: number | null, halfWidth: number | null = 5): EstimateMade => ({
    type: 'estimate',
    id: 'wait',
    sv: 'Väntan',
    en: 'Wait',
    group: 'waits',
    unit: 'minutes',
    mean,
    halfWidth,
  });
  const gate: Gate = { kind: 'simulation-limit', estimate: 'wait', atMost: 60 };
  const simulated = (estimates: readonly EstimateMade[], stage: Stage): RunHistory => {
    const run = runOf({ run: 'sim', stage, instances: 0, planned: 0 });
    return { ...run, started: { ...run.started, command: 'simulate' }, estimates };
  };
  it.each([
    ['well below', estimate(40), 'pass'],
    ['above, interval and all', estimate(70), 'fail'],
    ['across', estimate(58), 'unknown'],
    ['of nothing', estimate(null, null), 'not-covered'],
    ['of a single value, which may be off by anything', estimate(1, null), 'unknown'],
  ] as const)('%s', (_what, made, verdict) => {
    const stage = stageWith(named(gate));
    const { gates } = readinessOf([simulated([made], stage)]);
    expect(gates.find(({ id }) => id === 'G')).toMatchObject({ verdict, evidence: ['sim'] });
  });
  it('about the queue for help says nothing of a simulated day, but one that is misspelt does', () => {
    const limit = {
      kind: 'simulation-limit',
      estimate: 'support/week-1/first/wait-p90',
      atMost: 15,
    } as const;
    const stage = stageWith(named(gate), named(limit, 'H'));
    const day = readinessOf([simulated([estimate(40)], stage)]);
    expect(day.outcome).toBe('passed');
    expect(day.gates.find(({ id }) => id === 'H')?.verdict).toBe('not-covered');
    const help = { ...estimate(4), id: 'support/week-1/first/asked' };
    expect(readinessOf([simulated([help], stage)]).outcome).toBe('inconclusive');
    expect(readinessOf([simulated([{ ...help, id: limit.estimate }], stage)]).outcome).toBe('passed');
  });
  it('is decided elsewhere for a day, and red for the stage', () => {
    const stage = stageWith(named(gate), named({ kind: 'steps-covered', atLeast: 0.5 }, 'H'));
    const day = readinessOf([runOf({ stage })]);
    expect(day.outcome).toBe('passed');
    expect(day.elsewhere.map(({ id }) => id)).toEqual(['G']);
    expect(readinessOf([runOf({ stage })], { scope: 'stage' })).toMatchObject({
      decision: 'no-go',
      verdict: 'not-covered',
      elsewhere: [],
    });
    const both = [runOf({ stage }), simulated([estimate(40)], stage)];
    expect(readinessOf(both, { scope: 'stage' }).decision).toBe('go');
  });
});

describe('a statement', () => {
  const gate = named({ kind: 'statement', limit: { sv: 'övad', en: 'rehearsed' } });
  const stage = stageWith(gate);
  const said: Decision = {
    stage: stage.name,
    gate: 'G',
    kind: 'statement',
    verdict: 'pass',
    by: 'Anna Andersson',
    at: '2026-11-20T08:00:00Z',
    reason: 'Övat 12 november.',
    stageHash: stage.hash,
    gateHash: hashOfGate(stage, gate),
    attachment: { file: 'protokoll.pdf', sha256: 'ab' },
    signature: { publicKey: 'k', signature: 's' },
  };
  const { attachment: _a, ...bare } = said;
  const { signature: _s, ...unsigned } = said;
  it.each([
    ['nothing said', [], 'not-covered'],
    ['said, signed and shown', [said], 'pass'],
    ['said not to be so', [{ ...said, verdict: 'fail' as const }], 'fail'],
    ['taken back later', [said, { ...said, verdict: 'fail' as const }], 'fail'],
    ['not signed', [unsigned], 'not-covered'],
    ['nothing to show', [bare], 'not-covered'],
    ['said of another gate', [{ ...said, gateHash: 'other' }], 'not-covered'],
    ['an override is no statement', [{ ...said, kind: 'override' as const }], 'not-covered'],
  ])('%s', (_what, decisions, verdict) => {
    const { gates } = readinessOf([runOf({ stage })], { scope: 'stage', decisions });
    expect(gates.find(({ id }) => id === 'G')?.verdict).toBe(verdict);
  });
});

describe('stop rules that were fixed', () => {
  const gate = named({ kind: 'stop-rules-fixed' });
  const stage = stageWith(gate);
  const weeks = { ...PLAN, stage: stage.name };
  const said: Decision = {
    ...{ stage: stage.name, gate: 'first-weeks', kind: 'stop-rules', by: 'Chefläkaren', reason: 'Beslut' },
    ...{ at: '2026-11-20T08:00:00Z', stageHash: stage.hash, gateHash: 'g', rulesHash: weeks.rulesHash },
    signature: { publicKey: 'k', signature: 's' },
  };
  const { signature: _, ...unsigned } = said;
  it.each([
    ['fixed and unchanged', [said], weeks, 'pass'],
    ['changed since', [said], { ...weeks, rulesHash: 'other' }, 'fail'],
    ['changed, and fixed anew', [{ ...said, rulesHash: 'first' }, said], weeks, 'pass'],
    ['not signed', [unsigned], weeks, 'not-covered'],
    ['of another stage', [{ ...said, stage: 'annan' }], weeks, 'not-covered'],
    ['nothing said', [], weeks, 'not-covered'],
    ['a course is no fixing', [{ ...said, kind: 'course' as const }], weeks, 'not-covered'],
    ['no plan', [said], undefined, 'not-covered'],
  ])('%s', (_what, decisions, plan, verdict) => {
    const { gates } = readinessOf([runOf({ stage })], {
      ...{ scope: 'stage', decisions },
      ...(plan === undefined ? {} : { weeks: plan }),
    });
    expect(gates.find(({ id }) => id === 'G')?.verdict).toBe(verdict);
  });
});

describe('a gate that is moved after the run', () => {
  const before = stageWith(named({ kind: 'flows-passed', atLeast: 0.98 }));
  const now = stageWith(named({ kind: 'flows-passed', atLeast: 0.5 }));
  const weigh = (decisions: readonly Decision[] = [], stage = now, run = runOf({ stage: before })) =>
    readinessOf([run], { stage, scope: 'stage', decisions });
  const override = (stage: Stage): Decision => ({
    stage: stage.name,
    gate: 'G',
    kind: 'override',
    by: 'Bo Berg',
    at: '2026-11-21T08:00:00Z',
    reason: 'Styrgruppen 20 november.',
    stageHash: stage.hash,
    gateHash: hashOfGate(stage, stage.gates[0] ?? named({ kind: 'steps-covered', atLeast: 0 })),
  });

  it('is shown as changed and counts as failed', () => {
    const { decision, gates } = weigh();
    expect(decision).toBe('no-go');
    expect(gates[0]).toMatchObject({ id: 'G', verdict: 'fail', changed: { runs: ['korning-1'] } });
  });

  it('counts as it stands when a named person answers for this very change', () => {
    expect(weigh([override(now)])).toMatchObject({
      decision: 'go',
      gates: [{ verdict: 'pass', changed: { override: { by: 'Bo Berg' } } }, {}],
    });
    expect(weigh([override(before)]).decision).toBe('no-go');
  });

  it('is not let through by an override when it fails as it stands', () => {
    const faults: Fault[] = [{ kind: 'triage', every: 1, verdict: 'fail' }];
    const strict = stageWith(named({ kind: 'flows-passed', atLeast: 1 }));
    expect(weigh([override(strict)], strict, runOf({ stage: before, faults })).decision).toBe('no-go');
  });

  it('is seen when it was added or taken away', () => {
    const more = stageWith(...before.gates, named({ kind: 'steps-covered', atLeast: 0.5 }, 'NY'));
    expect(weigh([], more).gates.find(({ id }) => id === 'NY')?.reasons[0]?.text.sv).toContain('lagts till');
    const fewer = stageWith(named({ kind: 'steps-covered', atLeast: 0.5 }, 'H'));
    const gone = readinessOf([runOf({ stage: before })], { stage: fewer, scope: 'stage' }).gates;
    expect(gone.find(({ id }) => id === 'G')).toMatchObject({ verdict: 'fail', limit: { sv: 'borttagen' } });
  });

  it('is not changed by words, but by the class of a requirement it weighs', () => {
    const gate = named({ kind: 'requirements-pass', classes: [1] });
    const words = { ...STAGE, requirements: STAGE.requirements.map((each) => ({ ...each, sv: 'Annat' })) };
    const classes = {
      ...STAGE,
      requirements: STAGE.requirements.map((each) => ({ ...each, safetyClass: 3 as const })),
    };
    expect(hashOfGate(words, gate)).toBe(hashOfGate(STAGE, gate));
    expect(hashOfGate(classes, gate)).not.toBe(hashOfGate(STAGE, gate));
  });
});

describe('runs that do not belong together', () => {
  const other = runOf({ run: 'b' });
  const elsewhere: RunHistory = {
    ...other,
    started: { ...other.started, system: { name: 'Annat', software: 'x', version: '2' } },
  };
  it('of different systems are refused unless it is said', () => {
    expect(() => readinessOf([runOf(), elsewhere])).toThrow(/olika system .*--mixed-systems/);
    expect(readinessOf([runOf(), elsewhere], { mixedSystems: true }).outcome).toBe('passed');
  });
  it('of another stage are refused', () => {
    expect(() => readinessOf([runOf()], { stage: { ...STAGE, name: '2-vastra', hash: 'x' } })).toThrow(
      'gjordes för etappen etapp-1, inte för 2-vastra',
    );
  });
});

it('what only held because something never happened says nothing', () => {
  const stage: Stage = {
    ...STAGE,
    requirements: STAGE.requirements.map((requirement) =>
      requirement.id === 'KRAV-VIT-02'
        ? { ...requirement, shownBy: ['vitals-in-chart', 'nothing-in-inbox'] }
        : requirement,
    ),
  };
  const verdictOf = (faults: readonly Fault[]) =>
    readinessOf([runOf({ stage, faults })]).requirements.find(
      ({ requirement }) => requirement.id === 'KRAV-VIT-02',
    );
  expect(verdictOf([])?.verdict).toBe('pass');
  const silent = verdictOf([{ kind: 'message-in-inbox', every: 1, verdict: 'fail' }]);
  expect(silent).toMatchObject({ verdict: 'unknown', brokenIn: 0 });
  expect(silent?.reason?.sv).toContain('säger inget');
});

describe('a deck of decision support', () => {
  const CASES = [caseOf('a'), caseOf('b'), caseOf('c', { class: 2 })];
  const ordinary = (interrupted: number, of = 100) =>
    Array.from({ length: of }, (_, index) =>
      answer('ordinary', `o-${index}`, index < interrupted ? [warn('onödigt')] : []),
    );
  const SOUND = CASES.flatMap(({ id }) => [answer('harm', id, [stop(id)]), answer('twin', id)]);
  /** With these answers in place of the sound ones to the same. */
  const but = (...others: readonly ReturnType<typeof answer>[]) => [
    ...SOUND.filter((one) => !others.some((other) => other.kind === one.kind && other.case === one.case)),
    ...others,
  ];
  const of = (gate: Gate, answers: readonly ReturnType<typeof answer>[] | undefined) => {
    const stage = stageWith(named(gate));
    const run = answers === undefined ? runOf({ stage }) : deckRun(CASES, answers, { stage });
    return readinessOf([run], { scope: 'stage' }).gates.find(({ id }) => id === 'G');
  };
  const CLASS_1: Gate = { kind: 'deck-sensitivity', classes: [1], atLeast: 1 };
  const STRENGTH: Gate = { kind: 'deck-strength', atLeast: 0.9 };
  const TWINS: Gate = { kind: 'deck-twins', atMost: 0 };
  const NUISANCE: Gate = { kind: 'deck-nuisance', atMost: 0.05 };
  const PPV: Gate = { kind: 'deck-ppv', atLeast: 0.7 };

  it.each([CLASS_1, STRENGTH, TWINS, NUISANCE, PPV])('$kind is not covered by a run without one', (gate) => {
    expect(of(gate, undefined)).toMatchObject({
      verdict: 'not-covered',
      closedBy: { command: 'npx genrep deck' },
    });
  });

  it.each([
    ['all found', CLASS_1, SOUND, 'pass'],
    ['one of class 2 missed', CLASS_1, but(answer('harm', 'c')), 'pass'],
    ['one of class 1 missed', CLASS_1, but(answer('harm', 'a')), 'fail'],
    ['one stopped for another reason', CLASS_1, but(answer('harm', 'a', [stop('x')])), 'fail'],
    ['one that nobody could ask about', CLASS_1, but(answer('harm', 'a', 'not-covered')), 'not-covered'],
    ['one during which the system broke', CLASS_1, but(answer('harm', 'a', 'error')), 'error'],
    ['one that cannot be told', CLASS_1, but(answer('harm', 'a', 'unknown')), 'unknown'],
    [
      'one missed beside one not asked',
      CLASS_1,
      but(answer('harm', 'a'), answer('harm', 'b', 'not-covered')),
      'fail',
    ],
    ['as strong as expected', STRENGTH, SOUND, 'pass'],
    ['one weaker', STRENGTH, but(answer('harm', 'a', [warn('a')])), 'fail'],
    ['twins left alone', TWINS, SOUND, 'pass'],
    ['a twin disturbed', TWINS, but(answer('twin', 'a', [warn('a')])), 'fail'],
    ['no ordinary order interrupted', NUISANCE, [...SOUND, ...ordinary(0)], 'pass'],
    ['too few to tell', NUISANCE, [...SOUND, ...ordinary(0, 20)], 'unknown'],
    ['none asked about', NUISANCE, SOUND, 'not-covered'],
    ['some, of which nothing is sure', NUISANCE, [...SOUND, ...ordinary(4)], 'unknown'],
    ['many interrupted', NUISANCE, [...SOUND, ...ordinary(20)], 'fail'],
    ['every alert justified', PPV, SOUND, 'pass'],
    ['half of them', PPV, [...SOUND, ...ordinary(3)], 'fail'],
  ] as const)('%s', (_what, gate, answers, verdict) => {
    const found = of(gate, answers);
    expect(found).toMatchObject({ verdict, evidence: ['deck'] });
    expect(found?.reasons.length === 0).toBe(verdict === 'pass');
  });

  it('names what was missed', () => {
    expect(of(CLASS_1, but(answer('harm', 'a')))).toMatchObject({
      measured: { sv: '1 av 2' },
      reasons: [{ text: { sv: 'Hittades inte: a.' } }],
    });
  });
});
