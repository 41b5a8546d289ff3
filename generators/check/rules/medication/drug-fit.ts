import type { DrugCode } from '../../../disease/codes.ts';
import type { Rule, Words } from '../../rule.ts';
import { ByPerson } from './by-person.ts';
import { type Pregnancy, pregnancyOf } from './pregnancies.ts';
import { type Prescription, prescriptionOf } from './prescription.ts';

/** Drugs fit the sex, the age and a pregnancy, or are labelled as a conflict that is meant to be. */
export const DRUG_FIT: Rule = {
  name: 'drug-fit',
  title: {
    sv: 'Läkemedel passar kön, ålder och graviditet, utom märkta krockar',
    en: 'Drugs fit sex, age and pregnancy, save labelled conflicts',
  },
  watch({ data }, tell) {
    const { drugs } = data.library.codes;
    const prescriptions = new ByPerson<Prescription>();
    const pregnancies = new ByPerson<Pregnancy>();
    return {
      types: ['Condition', 'MedicationRequest'],
      beginShard() {
        prescriptions.clear();
        pregnancies.clear();
      },
      see(line) {
        const pregnancy = pregnancyOf(line);
        if (pregnancy !== undefined && line.person !== undefined) pregnancies.add(line.person.id, pregnancy);
        const prescription = prescriptionOf(line);
        if (prescription !== undefined) prescriptions.add(prescription.person.id, prescription);
      },
      endShard() {
        for (const list of prescriptions.all()) for (const prescription of list) judge(prescription);
      },
    };

    function judge(prescription: Prescription): void {
      const { name, place, id, person, conflict } = prescription;
      const drug = drugs.get(name);
      if (drug === undefined) {
        tell(place, {
          sv: `${id}: läkemedlet ${name} finns inte i drugs.yaml`,
          en: `${id}: the drug ${name} is not in drugs.yaml`,
        });
        return;
      }
      const pregnant = pregnancies.of(person.id).find((pregnancy) => meet(prescription, pregnancy));
      const fault =
        ageOrSexFault(drug, prescription) ?? (pregnant && drug.notInPregnancy ? PREGNANT : undefined);
      const isLabelled = conflict === 'age' || conflict === 'pregnancy';
      if (fault !== undefined && !isLabelled) {
        tell(place, { sv: `${id}: ${name} ${fault.sv}`, en: `${id}: ${name} ${fault.en}` });
      }
      if (fault === undefined && isLabelled) {
        tell(place, {
          sv: `${id} är märkt som krock (${conflict}) men är ingen`,
          en: `${id} is labelled as a conflict (${conflict}) but is none`,
        });
      }
    }
  },
};

const PREGNANT: Words = { sv: 'ges till en gravid', en: 'is given to a pregnant woman' };
/** A drug may be stopped on the day the pregnancy is known. */
const DAY = 86_400_000;

const meet = (prescription: Prescription, pregnancy: Pregnancy): boolean =>
  prescription.from < pregnancy.to && prescription.to > pregnancy.from + DAY;

function ageOrSexFault(drug: DrugCode, { person, from }: Prescription): Words | undefined {
  const age = (from - person.born) / YEAR;
  const { ageFrom = 0, ageTo = Number.POSITIVE_INFINITY } = drug;
  if (drug.sex !== undefined && drug.sex !== person.sex) {
    return person.sex === 'male'
      ? { sv: 'ges till en man', en: 'is given to a man' }
      : { sv: 'ges till en kvinna', en: 'is given to a woman' };
  }
  if (age >= ageFrom - BIRTHDAY && age < ageTo + 1 + BIRTHDAY) return undefined;
  const years = Math.floor(age);
  return { sv: `ges vid ${years} års ålder`, en: `is given at the age of ${years}` };
}

const YEAR = 365.25 * DAY;
/** Years: a year of 365.25 days misses a birthday by some hours. */
const BIRTHDAY = 0.005;
