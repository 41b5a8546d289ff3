import type { Rule } from '../../rule.ts';
import { ByPerson } from './by-person.ts';
import { type Prescription, prescriptionOf } from './prescription.ts';

/** Letters of an ATC code that name the chemical subgroup: two drugs of one do the same twice. */
const SUBGROUP = 5;

/** Nobody uses two drugs of one chemical subgroup at the same time, save conflicts labelled as meant to be. */
export const DOUBLED_DRUGS: Rule = {
  name: 'doubled-drugs',
  title: {
    sv: 'Ingen har två läkemedel ur samma kemiska undergrupp (ATC) samtidigt, utom märkta krockar',
    en: 'Nobody has two drugs of one chemical subgroup (ATC) at a time, save labelled conflicts',
  },
  watch(_context, tell) {
    const prescriptions = new ByPerson<Prescription>();
    return {
      types: ['MedicationRequest'],
      beginShard: () => prescriptions.clear(),
      see(line) {
        const prescription = prescriptionOf(line);
        if (prescription === undefined || prescription.conflict !== undefined) return;
        prescriptions.add(`${prescription.person.id} ${prescription.atc.slice(0, SUBGROUP)}`, prescription);
      },
      endShard() {
        for (const list of prescriptions.all()) {
          const inOrder = list.toSorted((a, b) => a.from - b.from);
          let last: Prescription | undefined;
          for (const next of inOrder) {
            if (last !== undefined && last.to > next.from) {
              tell(next.place, {
                sv: `${next.id}: ${next.name} ges medan ${last.name} (${last.id}) fortfarande används`,
                en: `${next.id}: ${next.name} is given while ${last.name} (${last.id}) is still used`,
              });
            }
            if (last === undefined || next.to > last.to) last = next;
          }
        }
      },
    };
  },
};
