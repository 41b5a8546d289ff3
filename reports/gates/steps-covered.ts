import { both, number, percent } from '../../pages/bilingual.ts';
import { type GateStrategy, ROBOTS } from './gate.ts';

/** At least this share of the steps of the flows could be looked at. */
export const stepsCovered: GateStrategy<'steps-covered'> = {
  from: ROBOTS,
  judge({ atLeast }, { instances }) {
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
      measured: both(
        `${number(observed).sv} av ${number(all).sv} (${share.sv})`,
        `${number(observed).en} of ${number(all).en} (${share.en})`,
      ),
      reasons: holds
        ? []
        : [
            {
              verdict: 'not-covered',
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
