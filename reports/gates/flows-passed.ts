import { worst } from '../../domain/verdict.ts';
import { both, percent } from '../../pages/bilingual.ts';
import { byADay } from './closing.ts';
import { type GateStrategy, notChosen, ROBOTS } from './gate.ts';

/** At least this share of the flows that were started ended `pass`. */
export const flowsPassed: GateStrategy<'flows-passed'> = {
  from: ROBOTS,
  closing: () => byADay,
  judge({ atLeast }, { instances, failures }) {
    const others = instances.filter(({ verdict }) => verdict !== 'pass').map(({ verdict }) => verdict);
    const [all, passed] = [instances.length, instances.length - others.length];
    const least = percent(atLeast);
    const share = percent(all === 0 ? 0 : passed / all);
    const holds = all > 0 && passed / all >= atLeast;
    const verdict = holds ? 'pass' : worst(others);
    return {
      verdict,
      limit: both(`minst ${least.sv} godkända`, `at least ${least.en} pass`),
      measured:
        all === 0
          ? both('inget flöde spelades', 'no flow was played')
          : both(`${passed} av ${all} (${share.sv})`, `${passed} of ${all} (${share.en})`),
      reasons: holds
        ? []
        : all === 0
          ? [notChosen(both('Inget flöde spelades.', 'No flow was played.'))]
          : [
              {
                verdict,
                text: both(
                  `${others.length} av ${all} flöden ${others.length === 1 ? 'slutade inte godkänt' : 'slutade inte godkända'}; högst ${percent(1 - atLeast).sv} får göra det.`,
                  `${others.length} of ${all} flows did not end as pass; at most ${percent(1 - atLeast).en} may.`,
                ),
                failures,
              },
            ],
    };
  },
};
