import { both, percent } from '../../pages/bilingual.ts';
import { keysOfSteps, stepKey } from '../failures.ts';
import type { Summary } from '../verdicts.ts';
import { WRONG } from '../wrong.ts';
import { act, byADay } from './closing.ts';
import { because, type Closing, type GateStrategy, notChosen, ROBOTS } from './gate.ts';

/** How many of the missing are named in the reason; the page lists them all. */
const NAMED = 5;

/** Of all orders and messages that somebody looked for, at least this share arrived once and was answered once. */
export const conservation: GateStrategy<'conservation'> = {
  from: ROBOTS,
  closing: () => CLOSING,
  judge({ atLeast }, { conservation: { lines, missing }, instances, failures }) {
    const sent = lines.reduce((sum, line) => sum + line.sent, 0);
    const looked = lines.reduce((sum, line) => sum + line.kept + line.lost, 0);
    const kept = lines.reduce((sum, line) => sum + line.kept, 0);
    const holds = looked > 0 && kept / looked >= atLeast;
    const least = percent(atLeast);
    const some = missing
      .slice(0, NAMED)
      .map(({ instance, name }) => `${instance} ”${name}”`)
      .join(', ');
    return {
      verdict: looked === 0 ? 'not-covered' : holds ? 'pass' : 'fail',
      limit: both(
        `minst ${least.sv} av ordinationer och meddelanden framme en gång och besvarade en gång`,
        `at least ${least.en} of orders and messages arrived once and answered once`,
      ),
      measured:
        looked === 0
          ? both('inget följt', 'nothing followed')
          : both(
              `${kept} av ${looked} kontroller (${percent(kept / looked).sv})`,
              `${kept} of ${looked} checks (${percent(kept / looked).en})`,
            ),
      reasons: holds
        ? []
        : looked === 0
          ? [sent === 0 ? notChosen(NOTHING) : because('not-covered', NOTHING)]
          : [
              {
                ...because('fail', both(`Saknas: ${some}.`, `Missing: ${some}.`)),
                causes: causesOf(missing, instances, failures),
              },
            ],
    };
  },
};

const NOTHING = both(
  'Ingen ordination och inget meddelande följdes.',
  'No order and no message was followed.',
);

/** The steps that went wrong in the flows that miss something; a flow that misses it by itself is its own cause. */
function causesOf(
  missing: Summary['conservation']['missing'],
  instances: Summary['instances'],
  failures: Summary['failures'],
): string[] {
  const steps = new Map(
    instances.map(({ run, instance, flow, steps }) => [
      `${run} ${instance}`,
      steps.filter(({ verdict }) => WRONG.has(verdict)).map(({ index }) => stepKey(flow.id, index)),
    ]),
  );
  const by = missing.map(({ run, instance }) => steps.get(`${run} ${instance}`) ?? []);
  return by.some((wrong) => wrong.length === 0) ? [] : keysOfSteps(failures, new Set(by.flat()));
}

const CLOSING: Closing = {
  look: byADay.look,
  mend: act(
    'Leta upp det som saknas i systemet, rätta orsaken och öva dagen igen.',
    'Look for what is missing in the system, mend the cause and rehearse the day again.',
    byADay.mend.command,
  ),
};
