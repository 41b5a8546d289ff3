import { strict as assert } from 'node:assert';
import { type ActivityKind, nameGiven } from '../domain/activity.ts';
import type { CareSystem, TaskOutcome } from './care-system.ts';
import type { Harness, LineFault } from './contract/harness.ts';
import { assertSentence, Rehearsal } from './contract/rehearsal.ts';
import { type Case, kindOf, type Line } from './contract/script.ts';

/** What the suite needs of a test runner; vitest's and Node's have it. */
export interface TestRunner {
  describe(name: string, define: () => void): void;
  it(name: string, test: (test: { skip(reason?: string): void }) => Promise<void>): void;
  beforeAll(hook: () => Promise<void>): void;
  afterAll(hook: () => Promise<void>): void;
}

/**
 * What every driver must do, tried on a live system through the port: each task and each question, the yes and the no;
 * refusals, doubt, names and tokens; answers about the wrong patient. A case with a step that the system says it cannot
 * do is skipped with that reason.
 * @param cases of the areas of care that the driver is tried on
 * @param open connects the driver to a system that runs
 */
export function describeCareSystem(
  name: string,
  cases: readonly Case[],
  runner: TestRunner,
  open: () => Promise<Harness>,
): void {
  const { describe, it, beforeAll, afterAll } = runner;
  const sample = sampleOf(cases);

  describe(`${name} as a care system`, () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await open();
    });
    afterAll(() => harness.close());

    const rehearsal = (system: CareSystem, protectedIdentity = false): Rehearsal =>
      new Rehearsal({
        ...harness,
        system,
        patient: harness.patient(protectedIdentity),
        other: harness.patient(false),
      });

    it('says who it is', async () => {
      const { name, software, version } = await harness.system.connect();
      for (const word of [name, software, version]) assert.notEqual(word.trim(), '');
      assert.equal(name, harness.system.name);
    });

    it('says of every kind of step whether it can, and if not, why', async () => {
      for (const kind of kindsOf(cases)) {
        const capability = harness.system.capability(kind);
        if (!capability.supported) assertSentence(capability.reason);
      }
    });

    it('can be introduced to the same person twice', async () => {
      const patient = harness.patient(false);
      const units = Object.values(harness.units);
      await harness.system.introduce(patient, units);
      await harness.system.introduce(patient, units);
    });

    describe('in which', () => {
      for (const { title, lines, protectedIdentity } of cases) {
        it(title, async (test) => {
          for (const line of lines) {
            const capability = harness.system.capability(
              kindOf(line),
              'task' in line ? line.task : line.question,
            );
            if (!capability.supported) return test.skip(capability.reason);
          }
          await rehearsal(harness.system, protectedIdentity).play(lines);
        });
      }
    });

    it('writes the token of the step with what it makes', async (test) => {
      if (harness.tokensOn === undefined) return test.skip('Nobody else can look at tokens here.');
      const { outcome, token } = await makeOne(harness.system);
      assert.equal(outcome.status, 'done');
      assert.deepEqual(outcome.reference && (await harness.tokensOn(outcome.reference)), [token]);
    });

    it('settles what it wrote before it died, without writing it again', async (test) => {
      const { settle } = harness.system;
      if (settle === undefined) return test.skip('This driver cannot look up what it wrote.');
      const { outcome, context, task } = await makeOne(harness.system);
      const { settles = 'always' } = harness;
      const settled = await settle(task, context);
      if (settles === 'never') assert.equal(settled.status, 'unknown', JSON.stringify(settled));
      // When it was heard, and after how much waiting, is not what was written.
      else assert.deepEqual(asWritten(settled), asWritten(outcome));
      const unseen = await settle(task, { ...context, token: `${context.token}-unseen` });
      if (settles !== 'always') assert.equal(unseen.status, 'unknown', JSON.stringify(unseen));
      else assert.equal(unseen.status, 'done', 'What was never written is written.');
      assert.notDeepEqual(unseen, outcome);
    });

    describe('over a bad line', () => {
      const doubt: readonly [LineFault, string, 'done' | 'unknown'][] = [
        ['answer-lost', 'finds what it wrote by its token', 'done'],
        ['request-lost', 'does not know whether it wrote', 'unknown'],
        ['deaf-after-write', 'does not know whether it wrote when it cannot look', 'unknown'],
      ];
      for (const [fault, title, status] of doubt) {
        it(title, async (test) => {
          if (harness.over === undefined) return test.skip('The line of this driver cannot be disturbed.');
          const system = await harness.over(fault);
          try {
            const { outcome } = await makeOne(system);
            assert.equal(outcome.status, status, JSON.stringify(outcome));
            if (outcome.status === 'unknown') assertSentence(outcome.reason);
          } finally {
            await system.close();
          }
        });
      }

      it('notices an answer about somebody else', async (test) => {
        if (harness.over === undefined) return test.skip('The line of this driver cannot be disturbed.');
        const system = await harness.over('other-patient');
        try {
          const flow = rehearsal(system);
          await assert.rejects(flow.play(sample.untilSeen), { name: 'SystemError', kind: 'wrong-answer' });
        } finally {
          await system.close();
        }
      });
    });

    async function makeOne(system: CareSystem) {
      const { actor, task } = sample.making;
      const context = rehearsal(system).context(actor);
      await harness.system.introduce(context.patient, Object.values(harness.units));
      const outcome = await system.perform(task, context);
      return { outcome, task, context, token: context.token };
    }
  });
}

/** Every kind of step that the suite tries. */
export const kindsOf = (cases: readonly Case[]): ReadonlySet<ActivityKind> =>
  new Set(cases.flatMap(({ lines }) => lines.map(kindOf)));

/** A beginning of a case that makes something and sees it, on which tokens and a bad line are tried. */
function sampleOf(cases: readonly Case[]) {
  for (const { lines, protectedIdentity } of cases) {
    const [making, seeing] = lines.filter(({ line }) => line !== 'sees-not');
    if (protectedIdentity !== true && making !== undefined && makes(making) && seeing?.line === 'sees') {
      return { making, untilSeen: [making, seeing] };
    }
  }
  throw new Error('No case begins with a task that makes something which is then seen.');
}

const makes = (line: Line): line is Extract<Line, { line: 'does' }> =>
  line.line === 'does' && nameGiven(line.task) !== undefined;

/** An outcome as far as it tells of what was written. */
const asWritten = (outcome: TaskOutcome): object => ({ ...outcome, acknowledgedAt: 0, remark: '' });
