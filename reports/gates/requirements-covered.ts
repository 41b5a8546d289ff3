import { type Bilingual, both, percent } from '../../pages/bilingual.ts';
import { keysInFlows } from '../failures.ts';
import { type RequirementResult, wasChosen } from '../requirements.ts';
import { byTheFlows } from './closing.ts';
import { because, type GateStrategy, notChosen, type Reason, ROBOTS } from './gate.ts';

/** At least this share of the requirements of these safety classes was looked at, whatever came of it. */
export const requirementsCovered: GateStrategy<'requirements-covered'> = {
  from: ROBOTS,
  closing: () => byTheFlows,
  judge({ classes, atLeast }, { requirements, failures }) {
    const own = requirements.filter(({ requirement }) => classes.includes(requirement.safetyClass));
    const unseen = own.filter(({ observedIn, watched, requirement }) =>
      requirement.shownBy.length === 0 ? watched === 0 : observedIn === 0,
    );
    const seen = own.length - unseen.length;
    const holds = own.length > 0 && seen / own.length >= atLeast;
    const least = percent(atLeast);
    const names = classes.join(', ');
    return {
      verdict: holds ? 'pass' : 'not-covered',
      limit: both(
        `minst ${least.sv} av kraven i klass ${names} prövade`,
        `at least ${least.en} of the requirements of class ${names} looked at`,
      ),
      measured: both(`${seen} av ${own.length} prövade`, `${seen} of ${own.length} looked at`),
      reasons: holds
        ? []
        : own.length === 0
          ? [
              notChosen(
                both(
                  `Etappen har inga krav i klass ${names}.`,
                  `The stage has no requirements of class ${names}.`,
                ),
              ),
            ]
          : [
              ...naming(unseen.filter(wasChosen), (text, some) => ({
                ...because('not-covered', text),
                causes: some.some(({ notSupportedIn }) => notSupportedIn > 0)
                  ? []
                  : keysInFlows(
                      failures,
                      some.flatMap(({ flows }) => flows),
                    ),
              })),
              ...naming(
                unseen.filter((each) => !wasChosen(each)),
                notChosen,
              ),
            ],
    };
  },
};

/** One reason that names some requirements; none where there are none. */
function naming(
  some: readonly RequirementResult[],
  reason: (text: Bilingual, some: readonly RequirementResult[]) => Reason,
): Reason[] {
  const ids = some.map(({ requirement }) => requirement.id).join(', ');
  return some.length === 0 ? [] : [reason(both(`Inte prövade: ${ids}.`, `Not looked at: ${ids}.`), some)];
}
