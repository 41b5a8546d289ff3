import { both, duration } from '../../pages/bilingual.ts';
import { act, byALoad } from './closing.ts';
import type { Closing, GateStrategy } from './gate.ts';
import { holds, judgeLoads } from './under-load.ts';

/** The figures tell of the system, not of the load generator or the machine that both share. */
export const loadGenerator: GateStrategy<'load-generator'> = {
  from: ['load'],
  closing: () => CLOSING,
  judge({ lagAtMost }, summary) {
    const most = duration(lagAtMost);
    const limit = both(`högst ${most.sv} sen (p99)`, `at most ${most.en} late (p99)`);
    return judgeLoads(summary, limit, (load) => {
      const lag = duration(Math.max(load.startLag.percentile(0.99) ?? 0, load.loopLag.percentile(0.99) ?? 0));
      const measured = both(`${lag.sv} sen (p99)`, `${lag.en} late (p99)`);
      const signs = load.bottlenecks(lagAtMost);
      if (signs.length === 0) return holds(measured);
      return {
        verdict: 'unknown',
        measured,
        reasons: signs.map(({ text }) => ({ verdict: 'unknown', text, failures: [] })),
      };
    });
  },
};

const CLOSING: Closing = {
  look: byALoad().look,
  mend: act(
    'Belasta igen från en dator som inte gör något annat, eller från flera.',
    'Load again from a machine that does nothing else, or from several.',
    byALoad().mend.command,
  ),
};
