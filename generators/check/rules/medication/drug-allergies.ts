import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { codeOf, textAt } from '../../json.ts';
import type { Rule } from '../../rule.ts';
import { ByPerson } from './by-person.ts';
import { type Prescription, prescriptionOf } from './prescription.ts';

interface Allergy {
  readonly display: string;
  /** ATC. */
  readonly prefixes: readonly string[];
  /** Epoch milliseconds. */
  readonly known: number;
}

/** Nobody is given what the record says the person is allergic to, save conflicts labelled as meant to be. */
export const DRUG_ALLERGIES: Rule = {
  name: 'drug-allergies',
  title: {
    sv: 'Ingen får läkemedel som journalen säger att hen är allergisk mot, utom märkta krockar',
    en: 'Nobody gets a drug that the record says they are allergic to, save labelled conflicts',
  },
  watch({ data }, tell) {
    const allergens = new Map(
      [...data.library.codes.allergens.values()].map(({ snomed, display, atcPrefix = '' }) => [
        snomed,
        { display, prefixes: atcPrefix.split(',').filter((prefix) => prefix !== '') },
      ]),
    );
    const allergies = new ByPerson<Allergy>();
    const prescriptions = new ByPerson<Prescription>();
    return {
      types: ['AllergyIntolerance', 'MedicationRequest'],
      beginShard() {
        allergies.clear();
        prescriptions.clear();
      },
      see(line) {
        const { type, resource, person } = line;
        if (type === 'AllergyIntolerance' && person !== undefined) {
          const allergen = allergens.get(codeOf(resource.code, SYSTEMS.snomed) ?? '');
          const known = Date.parse(textAt(resource, 'recordedDate') ?? '');
          if (allergen !== undefined) allergies.add(person.id, { ...allergen, known });
        }
        const prescription = prescriptionOf(line);
        if (prescription !== undefined) prescriptions.add(prescription.person.id, prescription);
      },
      endShard() {
        for (const list of prescriptions.all()) for (const prescription of list) judge(prescription);
      },
    };

    function judge(prescription: Prescription): void {
      const { id, place, person, name, atc, from, conflict } = prescription;
      const allergy = allergies
        .of(person.id)
        .find(({ prefixes, known }) => known < from && prefixes.some((prefix) => atc.startsWith(prefix)));
      if (allergy !== undefined && conflict !== 'allergy') {
        tell(place, {
          sv: `${id}: ${name} ges trots ${allergy.display}`,
          en: `${id}: ${name} is given in spite of ${allergy.display}`,
        });
      }
      if (allergy === undefined && conflict === 'allergy') {
        tell(place, {
          sv: `${id} är märkt som krock med en allergi som inte finns`,
          en: `${id} is labelled as a conflict with an allergy that is not there`,
        });
      }
    }
  },
};
