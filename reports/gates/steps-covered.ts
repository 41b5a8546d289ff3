import { both, number, percent } from '../../pages/bilingual.ts';
import { keysInFlows } from '../failures.ts';
import type { InstanceResult } from '../instances.ts';
import { act, byTheFlows } from './closing.ts';
import { type Closing, type GateStrategy, notChosen, ROBOTS } from './gate.ts';

/** At least this share of the steps of the flows could be looked at. */
export const stepsCovered: GateStrategy<'steps-covered'> = {
  from: ROBOTS,
  closing: () => CLOSING,
  judge({ atLeast }, { instances, failures }) {
    const steps = instances.flatMap((instance) => instance.steps);
    const count = (coverage: (typeof steps)[number]['coverage']) =>
      steps.filter((step) => step.coverage === coverage).length;
    const [all, observed] = [steps.length, count('observed')];
    const [lacking, unreached] = [count('not-supported'), count('not-reached')];
    const least = percent(atLeast);
    const share = percent(all === 0 ? 0 : observed / all);
    const holds = all > 0 && observed / all >= atLeast;
    return {
      verdict: holds ? 'pass' : 'not-covered',
      limit: both(`minst ${least.sv} av stegen prövade`, `at least ${least.en} of the steps looked at`),
      measured:
        all === 0
          ? both('inget steg', 'no step')
          : both(
              `${number(observed).sv} av ${number(all).sv} (${share.sv})`,
              `${number(observed).en} of ${number(all).en} (${share.en})`,
            ),
      reasons: holds
        ? []
        : all === 0
          ? [notChosen(both('Inget flöde spelades.', 'No flow was played.'))]
          : [
              {
                verdict: 'not-covered',
                causes: lacking > 0 ? [] : keysInFlows(failures, cutShort(instances)),
                text: both(
                  `${all - observed} av ${all} steg prövades inte: ${lacking} går inte att pröva i detta system och ${unreached} nåddes aldrig.`,
                  `${all - observed} of ${all} steps were not looked at: ${lacking} cannot be in this system and ${unreached} were never reached.`,
                ),
                failures: [],
              },
            ],
    };
  },
};

/** Flows that ended before all their steps. */
const cutShort = (instances: readonly InstanceResult[]): string[] =>
  instances
    .filter(({ steps }) => steps.some(({ coverage }) => coverage === 'not-reached'))
    .map(({ flow }) => flow.id);

const CLOSING: Closing = {
  look: act(
    'Låt systemet visa de steg som inte gick att pröva, eller pröva dem för hand, och spela flödena igen.',
    'Have the system show the steps that could not be looked at, or try them by hand, and play the flows again.',
    byTheFlows.look.command,
  ),
  mend: byTheFlows.mend,
};
