import { both, number, percent } from '../../pages/bilingual.ts';
import { byALoad } from './closing.ts';
import type { GateStrategy } from './gate.ts';
import { against, holds, judgeLoads } from './under-load.ts';

/**
 * At most this share of the steps under load ended other than pass; a wrong answer that came quickly is one of them.
 * Unknown where only those of which nobody can tell are too many.
 */
export const loadErrors: GateStrategy<'load-errors'> = {
  from: ['load'],
  closing: () => byALoad(),
  judge({ atMost }, summary) {
    const most = percent(atMost);
    const limit = both(`högst ${most.sv} av stegen fel`, `at most ${most.en} of the steps wrong`);
    return judgeLoads(summary, limit, ({ whole: { steps, wrong, unclear } }) => {
      if (steps === 0) {
        const none = both('inget steg', 'no step');
        return against('not-covered', none, both('Inget steg hann prövas.', 'No step was looked at.'));
      }
      const [count, of] = [number(wrong), number(steps)];
      const measured = both(`${count.sv} av ${of.sv}`, `${count.en} of ${of.en}`);
      if (wrong / steps <= atMost) return holds(measured);
      if ((wrong - unclear) / steps <= atMost) {
        return against(
          'unknown',
          measured,
          both(
            `Under belastning går det inte att säga hur ${number(unclear).sv} av ${of.sv} steg gick.`,
            `Under load nobody can tell how ${number(unclear).en} of ${of.en} steps went.`,
          ),
        );
      }
      return against(
        'fail',
        measured,
        both(
          `Under belastning gick ${count.sv} av ${of.sv} steg fel.`,
          `Under load ${count.en} of ${of.en} steps went wrong.`,
        ),
      );
    });
  },
};
