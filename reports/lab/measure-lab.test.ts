import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { isLabEvent, type LabCard } from '../../domain/lab-evidence.ts';
import type { Gate, Stage } from '../../domain/stage.ts';
import { MINUTE } from '../../domain/time.ts';
import { Lab } from '../../lab/lab.ts';
import { SEATS } from '../../lab/testing/lab-of.ts';
import { readinessPage } from '../html/page.ts';
import { readinessOf } from '../readiness.ts';
import { STAGE } from '../testing/stage.ts';
import { runOf } from '../testing/synthetic.ts';

let time: number;
let events: EvidenceEvent[];
let lab: Lab;
let step: number;

beforeEach(async () => {
  time = 0;
  step = 0;
  events = [];
  lab = new Lab({ sink: (event) => events.push(event), flush: async () => {}, now: () => time });
  await lab.record({
    ...{ type: 'lab-opened', seats: SEATS, injects: [] },
    ...{ consent: '1', pace: 1, idlePace: 1 },
  });
  await lab.record({ type: 'lab-clock', change: 'continued' });
});

const join = (seat: string) => lab.record({ type: 'lab-person', seat, change: 'joined' });

/** One card of the first flow of the synthetic run, with what happens to it, a minute apart. */
async function card(ease: number, ...changes: readonly LabCard['change'][]): Promise<void> {
  const [instance] = RUN.instances;
  const flow = instance?.flow.steps.findIndex(({ workingTime }) => workingTime > 0) ?? 0;
  step += 1;
  const id = `${instance?.instance}.${step}`;
  const visit = instance?.instance ?? '';
  await lab.record({
    ...{ type: 'lab-card', card: id, change: 'dealt', seat: 'plats-1' },
    ...{ visit, step: flow, kind: 'triage' },
  });
  for (const change of changes) {
    time += MINUTE;
    await lab.tell(id, change);
  }
  const answer = { instrument: 'seq', version: '1', items: [ease], card: id } as const;
  await lab.record({ type: 'lab-answered', seat: 'plats-1', ...answer });
}

const RUN = runOf({});
function readiness(...gates: readonly Gate[]) {
  const stage: Stage = {
    ...STAGE,
    gates: gates.map((gate) => ({ id: gate.kind, sv: 'Prov.', en: 'Test.', source: 'assumption', gate })),
  };
  const run = runOf({ stage });
  return readinessOf([
    { ...run, started: { ...run.started, command: 'lab' }, lab: events.filter(isLabEvent) },
  ]);
}
const verdicts = (...gates: readonly Gate[]) =>
  Object.fromEntries(readiness(...gates).gates.map(({ id, verdict }) => [id, verdict]));

const SUCCESS: Gate = { kind: 'lab-task-success', atLeast: 0.5 };
const CRITICAL: Gate = { kind: 'lab-critical-errors', atMost: 0 };
const EASE: Gate = { kind: 'lab-ease', atLeast: 4 };
const FRICTION: Gate = { kind: 'lab-friction', atMost: 3 };
const TRAINED: Gate = { kind: 'trained-and-passed', role: 'nurse', people: 1, cards: 5 };
const ALL = [SUCCESS, CRITICAL, EASE, FRICTION, TRAINED];

describe('a lab', () => {
  it('that nobody came to is not covered, whatever was dealt', () => {
    expect(new Set(ALL.map((gate) => verdicts(gate)[gate.kind]))).toEqual(new Set(['not-covered']));
    expect(readiness().lab).toBeUndefined();
    expect(readinessPage(readiness())).not.toContain('Människor i labbet');
  });

  it('passes when all went well with enough cards', async () => {
    await join('plats-1');
    for (let times = 0; times < 8; times += 1) await card(6 + (times % 2), 'opened', 'shown');
    expect(verdicts(...ALL)).toMatchObject({
      'lab-task-success': 'pass',
      'lab-critical-errors': 'pass',
      'lab-ease': 'pass',
      'lab-friction': 'pass',
      'trained-and-passed': 'pass',
    });
  });

  it('cannot tell by a single card', async () => {
    await join('plats-1');
    await card(6, 'shown');
    expect(verdicts(...ALL)).toMatchObject({
      'lab-task-success': 'unknown',
      'lab-ease': 'unknown',
      'lab-friction': 'unknown',
      'trained-and-passed': 'fail',
    });
  });

  it('fails when people did not manage, found it hard and took long', async () => {
    await join('plats-1');
    const slow = Array.from({ length: 30 }, () => 'opened' as const);
    for (let times = 0; times < 8; times += 1) await card(1 + (times % 2), 'help', ...slow, 'shown');
    for (let times = 0; times < 3; times += 1) await card(1, 'stuck');
    expect(verdicts(...ALL)).toMatchObject({
      'lab-task-success': 'fail',
      'lab-ease': 'fail',
      'lab-friction': 'fail',
      'trained-and-passed': 'fail',
    });
  });

  it('counts help and a false "klart" against it, and not what a robot was given', async () => {
    await join('plats-1');
    await card(5, 'shown');
    await card(5, 'help', 'shown');
    await card(5, 'said-done', 'not-shown', 'shown');
    await card(5, 'otherwise', 'stuck');
    await card(5, 'taken-back');
    expect(readiness().lab).toMatchObject({
      people: 1,
      all: { cards: 4, unaided: 1, helped: 1, stuck: 1, notShown: 1 },
      unaidedBy: [{ role: 'nurse', cards: 1 }],
    });
  });

  it('has one critical error shut its gate, and told on the page', async () => {
    await join('plats-1');
    await card(5, 'shown');
    await lab.record({ type: 'lab-note', seat: 'plats-1', kind: 'good', severity: 1 });
    expect(verdicts(CRITICAL)).toMatchObject({ 'lab-critical-errors': 'pass' });
    await lab.record({ type: 'lab-note', seat: 'plats-1', kind: 'wrong-drug', severity: 3 });
    expect(verdicts(CRITICAL)).toMatchObject({ 'lab-critical-errors': 'fail' });
    const page = readinessPage(readiness(CRITICAL));
    expect(page).toContain('Människor i labbet');
    expect(page).toContain('1 person, 1 av 1 kort klara utan hjälp');
    expect(page).toContain('<strong><span class="sv" lang="sv">fel läkemedel</span>');
  });
});
