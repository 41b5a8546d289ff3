import { both } from '../../pages/bilingual.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateStrategy } from './gate.ts';

/** At most so many deviations of a class are open, in a register that somebody has gone through. */
export const deviationsOpen: GateStrategy<'deviations-open'> = {
  from: ['deviations'],
  closing: ({ unlessWorkaround = false }, { stage }) => closingOf(unlessWorkaround, stage),
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

function closingOf(unlessWorkaround: boolean, stage: string): Closing {
  const file = `scenarios/deviations/${stage}.yaml`;
  const accept = unlessWorkaround
    ? both(', eller godta en reservrutin,', ', or accept a workaround,')
    : both('', '');
  return {
    look: act(
      `Gå igenom avvikelserna och för in dem i registret, ${file}.`,
      `Review the deviations and enter them in the register, ${file}.`,
    ),
    mend: act(
      `Stäng avvikelserna${accept.sv} och för in det i registret, ${file}.`,
      `Close the deviations${accept.en} and enter it in the register, ${file}.`,
    ),
  };
}
