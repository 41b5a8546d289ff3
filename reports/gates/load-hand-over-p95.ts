import { both, duration } from '../../pages/bilingual.ts';
import { byALoad } from './closing.ts';
import type { GateStrategy } from './gate.ts';
import { latencyText } from './hand-over-p95.ts';
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
      const [slowest] = load.handOvers.filter(({ clock }) => clock === 'system');
      if (slowest === undefined) {
        const nothing = both('inget mätt', 'nothing measured');
        return against(
          'not-covered',
          nothing,
          both('Ingen överlämning mättes under belastning.', 'No hand-over was measured under load.'),
        );
      }
      const took = latencyText(slowest.p95);
      const measured = both(`${took.sv} i den långsammaste`, `${took.en} in the slowest`);
      const finding =
        slowest.p95 !== null && slowest.p95 <= atMost
          ? holds(measured)
          : against(
              'fail',
              measured,
              both(
                `Under belastning: ${slowest.from.sv} → ${slowest.to.sv}, p95 ${took.sv} (${slowest.neverSeen} av ${slowest.n} sågs aldrig i tid).`,
                `Under load: ${slowest.from.en} → ${slowest.to.en}, p95 ${took.en} (${slowest.neverSeen} of ${slowest.n} never seen in time).`,
              ),
            );
      return unlessBottleneck(load, lagOf(summary), finding);
    });
  },
};
