import { both, number, percent } from '../../pages/bilingual.ts';
import { byALoad } from './closing.ts';
import type { GateStrategy } from './gate.ts';
import { against, holds, judgeLoads } from './under-load.ts';

/** At most this share of the planned arrivals were dropped because too many flows were under way already. */
export const loadDropped: GateStrategy<'load-dropped'> = {
  from: ['load'],
  closing: () => byALoad(),
  judge({ atMost }, summary) {
    const most = percent(atMost);
    const limit = both(
      `högst ${most.sv} av ankomsterna tappade`,
      `at most ${most.en} of the arrivals dropped`,
    );
    return judgeLoads(summary, limit, ({ started: { planned }, whole: { dropped } }) => {
      const [count, of] = [number(dropped), number(planned)];
      const measured = both(`${count.sv} av ${of.sv}`, `${count.en} of ${of.en}`);
      if (dropped / planned <= atMost) return holds(measured);
      return against(
        'fail',
        measured,
        both(
          `${count.sv} av ${of.sv} planerade ankomster tappades: systemet hann inte med dem som redan pågick.`,
          `${count.en} of ${of.en} planned arrivals were dropped: the system did not keep up with those under way.`,
        ),
      );
    });
  },
};
