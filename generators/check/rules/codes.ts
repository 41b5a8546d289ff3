import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Codes } from '../../disease/codes.ts';
import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { codeOf, textAt } from '../json.ts';
import type { Json, Rule } from '../rule.ts';

/** Diagnoses, procedures, drugs, vaccines, tests and allergens have codes that stand in the code files. */
export const CODES: Rule = {
  name: 'codes',
  title: {
    sv: 'Koder i ICD-10-SE, KVÅ, ATC, NPU, LOINC och Snomed CT finns i kodfilerna',
    en: 'Codes of ICD-10-SE, KVÅ, ATC, NPU, LOINC and Snomed CT stand in the code files',
  },
  watch({ data }, tell) {
    const isKnown = knownCodes(data.library.codes);
    return {
      types: Object.keys(CODED),
      see({ type, id, resource, place }) {
        const where = CODED[type];
        if (where === undefined) return;
        const concept = resource[where.element];
        for (const system of where.systems) {
          const code = codeOf(concept, system);
          if (code !== undefined && isKnown(system, code)) return;
        }
        tell(place, {
          sv: `${type}/${id} har en kod som är okänd: ${described(concept)}`,
          en: `${type}/${id} has a code that is not known: ${described(concept)}`,
        });
      },
    };
  },
};

const CODED: Readonly<Record<string, { readonly element: string; readonly systems: readonly string[] }>> = {
  Condition: { element: 'code', systems: [HISTORY_SYSTEMS.icd10se] },
  Procedure: { element: 'code', systems: [HISTORY_SYSTEMS.kva] },
  MedicationRequest: { element: 'medicationCodeableConcept', systems: [HISTORY_SYSTEMS.atc] },
  Immunization: { element: 'vaccineCode', systems: [HISTORY_SYSTEMS.atc] },
  AllergyIntolerance: { element: 'code', systems: [SYSTEMS.snomed] },
  Observation: {
    element: 'code',
    systems: [HISTORY_SYSTEMS.npu, HISTORY_SYSTEMS.loinc, HISTORY_SYSTEMS.genrep],
  },
};

/** The panel that holds systolic and diastolic pressure; HL7 FHIR Vital Signs. */
const BLOOD_PRESSURE = '85354-9';

function knownCodes(codes: Codes): (system: string, code: string) => boolean {
  const known = new Map<string, Set<string>>();
  const add = (system: string, list: Iterable<string>): void => {
    const ofSystem = known.get(system) ?? new Set();
    known.set(system, ofSystem);
    for (const code of list) ofSystem.add(code);
  };
  add(HISTORY_SYSTEMS.loinc, [BLOOD_PRESSURE]);
  add(HISTORY_SYSTEMS.icd10se, codes.diagnoses.keys());
  add(HISTORY_SYSTEMS.kva, codes.procedures.keys());
  add(
    HISTORY_SYSTEMS.atc,
    [...codes.drugs.values(), ...codes.vaccines.values()].map(({ atc }) => atc),
  );
  add(
    SYSTEMS.snomed,
    [...codes.allergens.values()].map(({ snomed }) => snomed),
  );
  for (const { system, code } of codes.tests.values()) add(HISTORY_SYSTEMS[system], [code]);
  return (system, code) => known.get(system)?.has(code) ?? false;
}

const described = (concept: Json | undefined): string =>
  textAt(concept, 'coding', 0, 'code') ?? textAt(concept, 'text') ?? 'ingen';
