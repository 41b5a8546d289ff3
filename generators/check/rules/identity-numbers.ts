import { isSafe, isWellFormed } from '../../../domain/identifiers.ts';
import type { PersonIdentifier } from '../../../domain/patient.ts';
import { at, listAt, textAt } from '../json.ts';
import type { JsonObject, Place, Rule } from '../rule.ts';

interface NumberOfPatient {
  readonly number: string;
  readonly patient: string;
  readonly place: Place;
}

/** Every identity number is one that can belong to no living person, and no two people share one. */
export const IDENTITY_NUMBERS: Rule<readonly NumberOfPatient[]> = {
  name: 'identity-numbers',
  title: {
    sv: 'Identitetsnummer kan inte tillhöra någon levande och är var och ens egna',
    en: 'Identity numbers can belong to nobody alive, and are each one person’s own',
  },
  watch({ testNumbers }, tell) {
    const ownerOf = new Map<string, string>();
    let ofShard: NumberOfPatient[] = [];
    return {
      types: ['Patient', 'RelatedPerson'],
      see({ type, id, resource, place }) {
        const numbers = numbersOf(resource);
        if (numbers.length === 0) {
          tell(place, { sv: `${id} saknar identitetsnummer`, en: `${id} has no identity number` });
        }
        for (const number of numbers) {
          const words = whatIsWrong(number);
          if (words !== undefined) tell(place, words);
          if (type === 'Patient') ofShard.push({ number: number.value, patient: id, place });
        }
      },
      give() {
        const given = ofShard;
        ofShard = [];
        return given;
      },
      take(given) {
        for (const { number, patient, place } of given) {
          const owner = ownerOf.get(number);
          ownerOf.set(number, patient);
          if (owner === undefined) continue;
          tell(place, {
            sv: `numret ${number} har redan ${owner}`,
            en: `the number ${number} is already that of ${owner}`,
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
