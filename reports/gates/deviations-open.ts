import { both } from '../../pages/bilingual.ts';
import { because, type GateStrategy } from './gate.ts';

/** At most so many deviations of a class are open, in a register that somebody has gone through. */
export const deviationsOpen: GateStrategy<'deviations-open'> = {
  from: ['deviations'],
  judge({ class: safetyClass, atMost, unlessWorkaround = false }, { deviations }) {
    const open = (deviations?.deviations ?? []).filter(
      (deviation) =>
        deviation.class === safetyClass &&
        deviation.state === 'open' &&
        !(unlessWorkaround && deviation.workaround !== undefined),
    );
    const without = unlessWorkaround
      ? both(' utan godtagen reservrutin', ' without an accepted workaround')
      : both('', '');
    const holds = deviations !== undefined && open.length <= atMost;
    return {
      verdict: deviations === undefined ? 'not-covered' : holds ? 'pass' : 'fail',
      limit: both(
        `högst ${atMost} öppna avvikelser i klass ${safetyClass}${without.sv}`,
        `at most ${atMost} open deviations of class ${safetyClass}${without.en}`,
      ),
      measured:
        deviations === undefined
          ? both('inget register', 'no register')
          : both(
              `${open.length} öppna; registret genomgånget ${deviations.asOf} av ${deviations.reviewedBy}`,
              `${open.length} open; register reviewed ${deviations.asOf} by ${deviations.reviewedBy}`,
            ),
      reasons: holds
        ? []
        : deviations === undefined
          ? [
              because(
                'not-covered',
                both(
                  'Etappen har inget register över avvikelser, så ingen vet hur många som är öppna.',
                  'The stage has no register of deviations, so nobody knows how many are open.',
                ),
              ),
            ]
          : open.map((deviation) =>
              because('fail', both(`${deviation.id}: ${deviation.sv}`, `${deviation.id}: ${deviation.en}`)),
            ),
    };
  },
};
