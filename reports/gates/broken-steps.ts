import { both, percent } from '../../pages/bilingual.ts';
import { byADay } from './closing.ts';
import { type GateStrategy, notChosen, ROBOTS } from './gate.ts';

/** No step of a flow ended `error` or `unknown` in a larger share of its instances than this. */
export const brokenSteps: GateStrategy<'broken-steps'> = {
  from: ROBOTS,
  closing: () => byADay,
  judge({ atMost }, { instances, failures }) {
    const broken = failures.filter(({ verdict }) => verdict === 'error' || verdict === 'unknown');
    const over = broken.filter(({ count, of }) => count / of > atMost);
    const worstShare = Math.max(0, ...broken.map(({ count, of }) => count / of));
    const [most, seen] = [percent(atMost), percent(worstShare)];
    const empty = instances.length === 0;
    return {
      verdict: empty ? 'not-covered' : over.length === 0 ? 'pass' : 'fail',
      limit: both(
        `högst ${most.sv} avbrutet eller okänt i något steg`,
        `at most ${most.en} error or unknown in any step`,
      ),
      measured: empty
        ? both('inget flöde spelades', 'no flow was played')
        : both(`${seen.sv} i det sämsta steget`, `${seen.en} in the worst step`),
      reasons: empty
        ? [notChosen(both('Inget flöde spelades.', 'No flow was played.'))]
        : over.map((failure) => ({
            verdict: failure.verdict,
            text: both(
              `${failure.flow.name}: steget ”${failure.step?.text ?? 'hela flödet'}” gick inte att bedöma i ${failure.count} av ${failure.of} ${failure.of === 1 ? 'flöde' : 'flöden'}.`,
              `${failure.flow.name}: the step “${failure.step?.text ?? 'the whole flow'}” could not be judged in ${failure.count} of ${failure.of} ${failure.of === 1 ? 'flow' : 'flows'}.`,
            ),
            failures: [failure],
          })),
    };
  },
};
