import { both, percent } from '../../pages/bilingual.ts';
import { because, type GateStrategy, ROBOTS } from './gate.ts';

/** How many of the missing are named in the reason; the page lists them all. */
const NAMED = 5;

/** Of all orders and messages that somebody looked for, at least this share arrived once and was answered once. */
export const conservation: GateStrategy<'conservation'> = {
  from: ROBOTS,
  judge({ atLeast }, { conservation: { lines, missing } }) {
    const looked = lines.reduce((sum, line) => sum + line.kept + line.lost, 0);
    const kept = lines.reduce((sum, line) => sum + line.kept, 0);
    const holds = looked > 0 && kept / looked >= atLeast;
    const least = percent(atLeast);
    const some = missing
      .slice(0, NAMED)
      .map(({ instance, name }) => `${instance} ”${name}”`)
      .join(', ');
    return {
      verdict: looked === 0 ? 'not-covered' : holds ? 'pass' : 'fail',
      limit: both(
        `minst ${least.sv} av ordinationer och meddelanden framme en gång och besvarade en gång`,
        `at least ${least.en} of orders and messages arrived once and answered once`,
      ),
      measured: both(
        `${kept} av ${looked} kontroller (${percent(looked === 0 ? 0 : kept / looked).sv})`,
        `${kept} of ${looked} checks (${percent(looked === 0 ? 0 : kept / looked).en})`,
      ),
      reasons: holds
        ? []
        : looked === 0
          ? [
              because(
                'not-covered',
                both(
                  'Ingen ordination och inget meddelande följdes.',
                  'No order and no message was followed.',
                ),
              ),
            ]
          : [because('fail', both(`Saknas: ${some}.`, `Missing: ${some}.`))],
    };
  },
};
