import { both, percent } from '../../pages/bilingual.ts';
import { because, type GateStrategy, ROBOTS } from './gate.ts';

/** At least this share of the requirements of these safety classes was looked at, whatever came of it. */
export const requirementsCovered: GateStrategy<'requirements-covered'> = {
  from: ROBOTS,
  judge({ classes, atLeast }, { requirements }) {
    const own = requirements.filter(({ requirement }) => classes.includes(requirement.safetyClass));
    const unseen = own.filter(({ observedIn }) => observedIn === 0);
    const seen = own.length - unseen.length;
    const holds = own.length > 0 && seen / own.length >= atLeast;
    const least = percent(atLeast);
    const names = classes.join(', ');
    const ids = unseen.map(({ requirement }) => requirement.id).join(', ');
    return {
      verdict: holds ? 'pass' : 'not-covered',
      limit: both(
        `minst ${least.sv} av kraven i klass ${names} prövade`,
        `at least ${least.en} of the requirements of class ${names} looked at`,
      ),
      measured: both(`${seen} av ${own.length} prövade`, `${seen} of ${own.length} looked at`),
      reasons: holds
        ? []
        : [
            because(
              'not-covered',
              own.length === 0
                ? both(
                    `Etappen har inga krav i klass ${names}.`,
                    `The stage has no requirements of class ${names}.`,
                  )
                : both(`Inte prövade: ${ids}.`, `Not looked at: ${ids}.`),
            ),
          ],
    };
  },
};
