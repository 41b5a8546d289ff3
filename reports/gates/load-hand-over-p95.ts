import { both, duration } from '../../pages/bilingual.ts';
import { byALoad } from './closing.ts';
import type { GateStrategy } from './gate.ts';
import { missedText, p95Text, soonEnough, worstOf } from './hand-over-p95.ts';
import { against, holds, judgeLoads, lagOf, unlessBottleneck } from './under-load.ts';

/** On every edge between two actors, 95 of 100 hand-overs under load are seen this soon, on the system's clock. */
export const loadHandOverP95: GateStrategy<'load-hand-over-p95'> = {
  from: ['load'],
  closing: () => byALoad(),
  judge({ atMost }, summary) {
    const most = duration(atMost);
    const limit = both(
      `högst ${most.sv} i varje överlämning (p95)`,
      `at most ${most.en} in every hand-over (p95)`,
    );
    return judgeLoads(summary, limit, (load) => {
      const edges = load.handOvers.filter(({ clock }) => clock === 'system');
      const decisive =
        edges.find((edge) => soonEnough(edge, atMost) === 'fail') ??
        edges.find((edge) => soonEnough(edge, atMost) === 'unknown') ??
        edges[0];
      if (decisive === undefined) {
        const nothing = both('inget mätt', 'nothing measured');
        return against(
          'not-covered',
          nothing,
          both('Ingen överlämning mättes under belastning.', 'No hand-over was measured under load.'),
        );
      }
      const [verdict, took, missed] = [soonEnough(decisive, atMost), p95Text(decisive), missedText(decisive)];
      const measured = worstOf(decisive);
      const finding =
        verdict === 'pass'
          ? holds(measured)
          : against(
              verdict,
              measured,
              both(
                `Under belastning: ${decisive.from.sv} → ${decisive.to.sv}, p95 ${took.sv} (${missed.sv}).`,
                `Under load: ${decisive.from.en} → ${decisive.to.en}, p95 ${took.en} (${missed.en}).`,
              ),
            );
      return unlessBottleneck(load, lagOf(summary), finding);
    });
  },
};
