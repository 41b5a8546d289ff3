import { both, duration } from '../../pages/bilingual.ts';
import { byALoad } from './closing.ts';
import type { GateStrategy } from './gate.ts';
import { against, holds, judgeLoads, lagOf, unlessBottleneck } from './under-load.ts';

/** 95 of 100 tasks under load are done this soon, at no less than so many times the day's own arrivals. */
export const loadResponseP95: GateStrategy<'load-response-p95'> = {
  from: ['load'],
  closing: ({ atLeastTimes }) => byALoad(atLeastTimes),
  judge({ atMost, atLeastTimes }, summary) {
    const [most, times] = [duration(atMost), String(atLeastTimes)];
    const limit = both(
      `högst ${most.sv} (p95) vid minst ${times.replace('.', ',')} gånger dagens ankomster`,
      `at most ${most.en} (p95) at no less than ${times} times the day's arrivals`,
    );
    return judgeLoads(summary, limit, (load) => {
      const p95 = load.whole.response.percentile(0.95);
      const { multiply } = load.started;
      if (p95 === undefined || multiply < atLeastTimes) {
        const measured = both(`${multiply} gånger`.replace('.', ','), `${multiply} times`);
        return against(
          'not-covered',
          measured,
          both(
            `Belastningen var för liten för att visa det: ${measured.sv} dagens ankomster.`,
            `The load was too small to show it: ${measured.en} the day's arrivals.`,
          ),
        );
      }
      const took = duration(p95);
      const measured = both(`${took.sv} (p95)`, `${took.en} (p95)`);
      const finding =
        p95 <= atMost
          ? holds(measured)
          : against(
              'fail',
              measured,
              both(
                `Under belastning tog ett steg ${took.sv} (p95).`,
                `Under load a step took ${took.en} (p95).`,
              ),
            );
      return unlessBottleneck(load, lagOf(summary), finding);
    });
  },
};
