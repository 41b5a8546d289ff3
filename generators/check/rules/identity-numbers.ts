import { isSafe, isWellFormed } from '../../../domain/identifiers.ts';
import type { PersonIdentifier } from '../../../domain/patient.ts';
import { at, listAt, textAt } from '../json.ts';
import type { JsonObject, Rule } from '../rule.ts';

/** Every identity number is one that can belong to no living person, and no two people share one. */
export const IDENTITY_NUMBERS: Rule = {
  name: 'identity-numbers',
  title: {
    sv: 'Identitetsnummer kan inte tillhöra någon levande och är var och ens egna',
    en: 'Identity numbers can belong to nobody alive, and are each one person’s own',
  },
  watch({ testNumbers }, tell) {
    const ownerOf = new Map<string, string>();
    return {
      see({ type, id, resource, place }) {
        if (type !== 'Patient' && type !== 'RelatedPerson') return;
        const numbers = numbersOf(resource);
        if (numbers.length === 0) {
          tell(place, { sv: `${id} saknar identitetsnummer`, en: `${id} has no identity number` });
        }
        for (const number of numbers) {
          const words = whatIsWrong(number);
          if (words !== undefined) tell(place, words);
          if (type !== 'Patient') continue;
          const owner = ownerOf.get(number.value);
          ownerOf.set(number.value, id);
          if (owner === undefined) continue;
          tell(place, {
            sv: `numret ${number.value} har redan ${owner}`,
            en: `the number ${number.value} is already that of ${owner}`,
          });
        }
      },
    };

    function whatIsWrong(number: PersonIdentifier) {
      if (isSafe(number) || (isWellFormed(number) && testNumbers.has(number.value))) return undefined;
      return isWellFormed(number)
        ? {
            sv: `numret ${number.value} kan tillhöra en levande person`,
            en: `the number ${number.value} could belong to a living person`,
          }
        : {
            sv: `${number.value} är inget nummer i ${number.system}`,
            en: `${number.value} is no number of ${number.system}`,
          };
    }
  },
};

const numbersOf = (resource: JsonObject): PersonIdentifier[] =>
  listAt(resource, 'identifier').map((identifier) => ({
    system: textAt(identifier, 'system') ?? '',
    value: String(at(identifier, 'value')),
  }));
