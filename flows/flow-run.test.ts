import { describe, expect, it } from 'vitest';
import { registerArrival } from '../care/admission/index.ts';
import { findAreas } from '../care/areas.ts';
import { answerOnOrderersList, answerOrder, collectSpecimen, orderTest } from '../care/laboratory/index.ts';
import { testCalled } from '../care/laboratory/words.ts';
import { attemptToPrescribe, prescriptionStopped } from '../care/medication/index.ts';
import { allergenCalled, drugCalled } from '../care/medication/words.ts';
import { noEarlyWarning } from '../care/vitals/index.ts';
import type { Activity } from '../domain/activity.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import type { EvidenceEvent, StepEnded } from '../domain/evidence.ts';
import { InputError } from '../domain/input-error.ts';
import { ref } from '../domain/ref.ts';
import { HOUR, MINUTE, SECOND, type TimeLimit, throughout, within, withinOfDay } from '../domain/time.ts';
import { type Answer, type CareSystem, SystemError, type TaskOutcome } from '../systems/care-system.ts';
import { progressOf } from './flow-progress.ts';
import { FlowRun } from './flow-run.ts';
import { withLastLooks } from './last-looks.ts';
import { withFacts } from './with-facts.ts';

const { vocabulary } = await findAreas();

/** A clock that only moves when somebody pauses. */
function standingClock() {
  let now = 1_000_000;
  return {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const YES: Answer = { seen: true, expected: 'ett', observed: 'ett' };
const NO: Answer = { seen: false, expected: 'ett', observed: 'inget' };

const step = (activity: Activity, limit?: TimeLimit, workingTime = 0): CareStep => ({
  text: activity.kind,
  keyword: 'När',
  location: { file: 'x.feature', line: 1 },
  actor: { role: 'nurse', unit: 'emergency' },
  activity,
  workingTime,
  ...(limit === undefined ? {} : { limit }),
});

const ORDER = step(orderTest(testCalled('Troponin T'), 'provet'));
const SEE_ANSWER = step(answerOnOrderersList(ref('provet')), within(5 * SECOND));

interface Script {
  readonly perform?: () => TaskOutcome;
  readonly ask?: (look: number, now: number) => Answer;
  readonly unsupported?: string;
  readonly introduce?: () => readonly string[] | undefined;
  readonly settle?: () => TaskOutcome;
  /** The events of a run that was cut off. */
  readonly cutOff?: readonly EvidenceEvent[];
  /** How long it lay there. */
  readonly downtime?: number;
  /** Whether what was sent is looked for in the end. */
  readonly reconcile?: boolean;
}

/** Runs steps against a system that does as it is told. */
async function play(steps: readonly CareStep[], script: Script = {}, speed = 60) {
  const clock = standingClock();
  await clock.pause(script.downtime ?? 0);
  const begun = clock.now();
  const progress = progressOf(script.cutOff ?? []).get('f-1');
  const { settle } = script;
  let performed = 0;
  let looks = 0;
  const system: CareSystem = {
    name: 'scripted',
    channel: 'api',
    connect: async () => ({ name: 'scripted', software: 'test', version: '1' }),
    capability: (kind) =>
      kind === script.unsupported ? { supported: false, reason: 'kan inte prövas här' } : { supported: true },
    introduce: async () => script.introduce?.(),
    perform: async () => {
      performed += 1;
      return (script.perform ?? (() => ({ status: 'done' as const, reference: 'ServiceRequest/1' })))();
    },
    ...(settle === undefined ? {} : { settle: async () => settle() }),
    ask: async () => {
      looks += 1;
      return (script.ask ?? (() => YES))(looks, clock.now() - begun);
    },
    close: async () => {},
  };
  const events: EvidenceEvent[] = [];
  const flow = { id: 'x#1', steps: withLastLooks(steps, vocabulary) } as unknown as CareFlow;
  const patient = { key: 'p-1' } as FlowPatient;
  const run = new FlowRun({
    run: 'r',
    instance: 'f-1',
    flow,
    patient,
    units: {},
    system,
    clock,
    speed,
    plannedAt: 8 * HOUR,
    sink: (event) => events.push(event),
    ...(progress === undefined ? {} : { progress }),
  });
  await run.begin();
  for (const each of steps) await run.step(each);
  const verdict = await run.end();
  const ended = events.filter((event): event is StepEnded => event.type === 'step-ended');
  if (script.reconcile === true) await run.reconcile();
  return { verdict, ended, events, performed, elapsed: clock.now() - begun };
}
type FlowPatient = ConstructorParameters<typeof FlowRun>[0]['patient'];

describe('a question whose answer cannot be told', () => {
  const UNSURE: Answer = {
    ...NO,
    doubt: 'När en uppgift (Task) skulle sökas gav systemet bara en del av listan (206).',
  };

  it('is unknown with the reason, and stops the flow', async () => {
    const { ended } = await play([ORDER, SEE_ANSWER], { ask: () => UNSURE });
    expect(ended[1]).toMatchObject({ verdict: 'unknown', reason: UNSURE.doubt });
  });

  it('is asked again, and a plain answer counts', async () => {
    const { ended } = await play([ORDER, SEE_ANSWER], { ask: (look) => (look < 3 ? UNSURE : YES) });
    expect(ended[1]).toMatchObject({ verdict: 'pass', attempts: 3 });
    const missed = await play([ORDER, SEE_ANSWER], { ask: (look) => (look < 3 ? UNSURE : NO) });
    expect(missed.ended[1]).toMatchObject({ verdict: 'fail' });
  });

  it('is no proof of what must never turn up, and hides nothing that does', async () => {
    const never = step(noEarlyWarning(ref('provet')), throughout(5 * SECOND));
    const once = await play([ORDER, never], { ask: (look) => (look === 2 ? UNSURE : YES) });
    expect(once.ended[1]).toMatchObject({ verdict: 'unknown', reason: UNSURE.doubt });
    const shown = await play([ORDER, never], {
      ask: (look) => (look === 2 ? UNSURE : look === 4 ? NO : YES),
    });
    expect(shown.ended[1]).toMatchObject({ verdict: 'fail' });
  });
});

describe('a flow that holds', () => {
  it('passes, and measures a hand-over from the acknowledged act to the first look that saw', async () => {
    const { verdict, ended } = await play([ORDER, SEE_ANSWER], {
      ask: (_look, now) => (now >= 700 ? YES : NO),
    });
    expect(verdict).toBe('pass');
    expect(ended[1]?.latency).toMatchObject({ of: 0, clock: 'system' });
    expect(ended[1]?.latency?.milliseconds).toBeGreaterThanOrEqual(700);
    expect(ended[1]?.latency?.milliseconds).toBeLessThan(1_200);
  });

  it('lets working time pass on the clock of the day, and really only as the speed says', async () => {
    const { ended, elapsed } = await play(
      [step(registerArrival('Hosta', 'a'), undefined, 10 * MINUTE)],
      {},
      60,
    );
    expect(elapsed).toBe(10 * SECOND);
    expect(ended[0]?.dayTime).toBe(8 * HOUR + 10 * MINUTE);
  });

  it('writes the intent of a task before it is done', async () => {
    const { events } = await play([ORDER]);
    expect(events.map(({ type }) => type)).toEqual([
      'flow-started',
      'step-started',
      'step-ended',
      'flow-ended',
    ]);
  });
});

describe('a flow that does not hold', () => {
  it('fails a question that is not answered within its limit, and says what was expected and seen', async () => {
    const { verdict, ended, elapsed } = await play([ORDER, SEE_ANSWER], { ask: () => NO });
    expect(verdict).toBe('fail');
    expect(ended[1]).toMatchObject({
      reason: 'Det syntes inte inom 5 s.',
      expected: 'ett',
      observed: 'inget',
    });
    expect(elapsed).toBeLessThan(6 * SECOND);
  });

  it('fails what is seen at once but too late on the clock of the day', async () => {
    const late = step(answerOnOrderersList(ref('provet')), withinOfDay(HOUR, 'provet'));
    const wait: CareStep = { ...ORDER, activity: { type: 'wait', duration: 2 * HOUR } };
    const { ended } = await play([ORDER, wait, late]);
    expect(ended[2]).toMatchObject({ verdict: 'fail', latency: { clock: 'day' } });
    expect((await play([ORDER, late])).verdict).toBe('pass');
  });

  it('fails what must never show and does at the second look', async () => {
    const measured = step({ type: 'task', kind: 'record-vitals', as: 'v' } as never);
    const silent = step(noEarlyWarning(ref('v')), throughout(3 * SECOND));
    expect((await play([measured, silent], { ask: (look) => (look < 2 ? YES : NO) })).verdict).toBe('fail');
    const { verdict, elapsed } = await play([measured, silent]);
    expect(verdict).toBe('pass');
    expect(elapsed).toBeGreaterThanOrEqual(3 * SECOND);
  });

  it('stops there, and calls the rest not covered', async () => {
    const { ended } = await play([ORDER, SEE_ANSWER, step(collectSpecimen(ref('provet')))], {
      ask: () => NO,
    });
    expect(ended[2]).toMatchObject({ verdict: 'not-covered', reason: 'Flödet avbröts i steg 2.' });
  });

  it('fails a refused task in the words of the system, but not one that was only attempted', async () => {
    const refuse = (): TaskOutcome => ({
      status: 'refused',
      reason: 'Stopp: penicillinallergi',
      refusal: 'rule',
    });
    expect((await play([ORDER], { perform: refuse })).ended[0]).toMatchObject({
      verdict: 'fail',
      reason: 'Systemet sade nej: Stopp: penicillinallergi',
    });
    const attempt = withFacts(
      step(attemptToPrescribe(drugCalled('Bensylpenicillin'), 'försöket')),
      vocabulary,
    );
    const stopped = step(prescriptionStopped(ref('försöket'), allergenCalled('penicillin')));
    expect((await play([attempt, stopped], { perform: refuse })).verdict).toBe('pass');
  });
});

describe('a system that is broken', () => {
  const broken = (kind: SystemError['kind']) => () => {
    throw new SystemError(kind, `Systemet: ${kind}`);
  };

  it.each([
    ['unreachable', 'error'],
    ['broken-answer', 'error'],
    ['sign-in', 'error'],
    ['wrong-answer', 'fail'],
    ['timeout', 'unknown'],
  ] as const)('a task that ends in %s is %s', async (kind, verdict) => {
    expect((await play([ORDER], { perform: broken(kind) })).ended[0]).toMatchObject({
      verdict,
      reason: `Systemet: ${kind}`,
    });
  });

  it('what an area of care wrote breaks at its line; what broke elsewhere is Genrep', async () => {
    const thrown = async (error: Error, frame?: string) => {
      if (frame !== undefined) error.stack = `${error}\n    at looked (node:x:1:1)\n    at ${frame}`;
      const { ended } = await play([ORDER], {
        perform: () => {
          throw error;
        },
      });
      return ended[0];
    };
    const frame = 'Object.perform (file:///hem/v%C3%A5r%20%C3%B6vning/care/m%C3%A5ltider/fhir.ts:31:5)';
    expect(await thrown(new TypeError('x is not a function\nand so on'), frame)).toMatchObject({
      verdict: 'error',
      cause: 'harness',
      reason: 'care/måltider/fhir.ts:31:5: Vårdområdet gick sönder: TypeError: x is not a function',
    });
    expect(await thrown(new InputError('Inget tidigare steg.'), frame)).toMatchObject({
      verdict: 'error',
      reason: 'care/måltider/fhir.ts:31:5: Inget tidigare steg.',
    });
    expect(await thrown(new Error('oj'))).toMatchObject({ reason: 'Genrep gick sönder: oj' });
  });

  it('a question that ends in a timeout was not seen', async () => {
    expect((await play([ORDER, SEE_ANSWER], { ask: broken('timeout') })).verdict).toBe('fail');
  });

  it('records what had to be made for it to begin, and nothing where all was there', async () => {
    const made = async (handles: readonly string[] | undefined) =>
      (await play([ORDER], { introduce: () => handles })).events.filter(({ type }) => type === 'introduced');
    expect(await made(['Patient/1', 'Organization/2'])).toEqual([
      { type: 'introduced', instance: expect.any(String), made: ['Patient/1', 'Organization/2'] },
    ]);
    expect(await made([])).toEqual([]);
    expect(await made(undefined)).toEqual([]);
  });

  it('a person who cannot be made known stops the flow at its first step', async () => {
    const { ended } = await play([ORDER, SEE_ANSWER], { introduce: broken('unreachable') });
    expect(ended.map(({ verdict }) => verdict)).toEqual(['error', 'not-covered']);
  });
});

describe('a system that cannot do everything', () => {
  it('does what it can; the rest, and what rests on it, is not covered, with the reason', async () => {
    const { verdict, ended } = await play([ORDER, step(registerArrival('Hosta', 'a')), SEE_ANSWER], {
      unsupported: 'order-test',
    });
    expect(ended.map((each) => each.verdict)).toEqual(['not-covered', 'pass', 'not-covered']);
    expect(ended[0]?.reason).toBe('kan inte prövas här');
    expect(ended[2]?.reason).toContain('"provet"');
    expect(verdict).toBe('not-covered');
  });
});

describe('a flow whose run was cut off', () => {
  const COLLECT = step(collectSpecimen(ref('provet')));
  const STEPS = [ORDER, COLLECT, SEE_ANSWER];
  const DONE: TaskOutcome = { status: 'done', reference: 'ServiceRequest/1' };
  const whole = async () => (await play(STEPS)).events;
  const said = (events: readonly EvidenceEvent[]) =>
    events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type));

  it('says the rest, wherever it was cut off, and does nothing again', async () => {
    const all = await whole();
    for (let cut = 1; cut <= all.length; cut += 1) {
      const cutOff = all.slice(0, cut);
      const { events, verdict, performed } = await play(STEPS, { cutOff, settle: () => DONE });
      expect(said([...cutOff, ...events]), `cut after ${cut}`).toEqual(said(all));
      expect(verdict).toBe('pass');
      const intended = cutOff.filter(({ type }) => type === 'step-started').length;
      expect(performed).toBe(2 - intended);
    }
  });

  it('keeps what earlier steps left behind for later ones', async () => {
    const { ended } = await play(STEPS, { cutOff: (await whole()).slice(0, 3) });
    expect(ended.map(({ step: index, verdict }) => [index, verdict])).toEqual([
      [1, 'pass'],
      [2, 'pass'],
    ]);
  });

  it('marks what was settled, and dates it from the intent', async () => {
    const cutOff = (await whole()).slice(0, 2);
    const { ended } = await play(STEPS, { cutOff, settle: () => DONE, downtime: MINUTE });
    const intent = cutOff.find((event) => event.type === 'step-started');
    expect(ended[0]?.outcome).toMatchObject({ resumed: true, begunAt: intent?.startedAt });
  });

  it.each([
    ['cannot look up', undefined],
    ['does not know', (): TaskOutcome => ({ status: 'unknown', reason: 'Vet inte.' })],
    [
      'says no, perhaps since it was done',
      (): TaskOutcome => ({ status: 'refused', reason: 'Redan gjort.', refusal: 'conflict' }),
    ],
  ])('is unknown when the driver %s, and sends nothing', async (_name, settle) => {
    const cutOff = (await whole()).slice(0, 2);
    const { verdict, performed } = await play(STEPS, { cutOff, ...(settle === undefined ? {} : { settle }) });
    expect(verdict).toBe('unknown');
    expect(performed).toBe(0);
  });

  it('measures nothing across the time when nobody looked', async () => {
    const cutOff = (await whole()).slice(0, 5);
    const soon = await play(STEPS, { cutOff });
    expect(soon.ended[0]).toMatchObject({ verdict: 'pass' });
    expect(soon.ended[0]).not.toHaveProperty('latency');
    const late = await play(STEPS, { cutOff, downtime: MINUTE });
    expect(late.ended[0]).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining('låg nere') });
    const never = await play(STEPS, { cutOff, downtime: MINUTE, ask: () => NO });
    expect(never.ended[0]).toMatchObject({ verdict: 'fail' });
  });

  it('that had ended stays as it was', async () => {
    const cutOff = await whole();
    const { events, verdict } = await play(STEPS, { cutOff, introduce: () => expect.unreachable() });
    expect(events).toEqual([]);
    expect(verdict).toBe('pass');
  });
});

describe('what a flow has sent', () => {
  const looks = (events: readonly EvidenceEvent[]) =>
    events.flatMap((event) =>
      event.type === 'reconciled' ? [[event.name, event.kind, event.verdict, event.observed]] : [],
    );
  const answer = step(answerOrder(ref('provet'), { text: 'negativ' }, 'svaret'));

  it('is looked for in the end, though the flow stopped before anybody looked', async () => {
    const { events } = await play([ORDER, SEE_ANSWER], { ask: () => NO, reconcile: true });
    expect(looks(events)).toEqual([['provet', 'order-on-laboratory-worklist', 'fail', 'inget']]);
    const { events: late } = await play([ORDER, SEE_ANSWER], {
      ask: (_look, now) => (now > 8_000 ? YES : NO),
      reconcile: true,
    });
    expect(looks(late)).toEqual([['provet', 'order-on-laboratory-worklist', 'pass', 'ett']]);
  });

  it('has one answer when it was answered', async () => {
    const { events } = await play([ORDER, answer], { reconcile: true });
    expect(looks(events)).toEqual([['provet', 'exactly-one-answer', 'pass', 'ett']]);
  });

  it('is nothing when the system took nothing', async () => {
    const perform = (): TaskOutcome => ({ status: 'refused', reason: 'nej', refusal: 'rule' });
    expect(looks((await play([ORDER], { perform, reconcile: true })).events)).toEqual([]);
  });

  it('is not looked for where the system cannot say', async () => {
    const unsupported = 'order-on-laboratory-worklist';
    expect(looks((await play([ORDER], { unsupported, reconcile: true })).events)).toEqual([]);
  });

  it('is looked for when the run that sent it was cut off and has gone on', async () => {
    const { events: cutOff } = await play([ORDER]);
    const { events, performed } = await play([ORDER], { cutOff, reconcile: true });
    expect(performed).toBe(0);
    expect(looks(events)).toEqual([['provet', 'order-on-laboratory-worklist', 'pass', 'ett']]);
  });
});
