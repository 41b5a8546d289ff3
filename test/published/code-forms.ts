import { SYSTEMS } from '../../domain/codes/systems.ts';
import { HISTORY_SYSTEMS } from '../../generators/fhir/systems.ts';
import { isUcum } from '../../input/ucum.ts';

/**
 * What is published outside FHIR, by system: whether a code can be one of it. LOINC and Snomed CT have check digits; of the
 * national lists the form is held here, and the codes are those of generators/modules/codes and domain/codes.
 */
export const CODE_FORMS: Readonly<Record<string, (code: string) => boolean>> = {
  [SYSTEMS.ucum]: isUcum,
  [SYSTEMS.loinc]: (code) => /^\d{1,7}-\d$/.test(code) && luhn(code.replace('-', '')),
  [SYSTEMS.snomed]: (code) => /^\d{6,18}$/.test(code) && verhoeff(code),
  [SYSTEMS.atc]: (code) => /^[A-DGHJLMNPRSV](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/.test(code),
  [SYSTEMS.npu]: (code) => /^NPU\d{5}$/.test(code),
  [SYSTEMS.icd10se]: (code) => /^[A-Z]\d\d[A-Z\d]{0,3}$/.test(code.replace('.', '')),
  [HISTORY_SYSTEMS.kva]: (code) => /^[A-Z]{2}\d{3}$|^[A-Z]{3}\d{2}$/.test(code),
  [SYSTEMS.securityLabel]: (code) => SECURITY_LABELS.has(code),
  // ISO/IEEE 11073-10101: partition and code as one number of 32 bits.
  [SYSTEMS.mdc]: (code) => /^\d{1,10}$/.test(code),
  [SYSTEMS.genrep]: (code) => code !== '',
  [SYSTEMS.token]: (code) => code !== '',
  'urn:ietf:bcp:47': (code) => Intl.getCanonicalLocales(code)[0] === code,
};

/** HL7 Sweden, basprofiler-r4 1.1.0 (hl7se.fhir.base), CodeSystem-SecurityLabel. */
const SECURITY_LABELS = new Set(['sekretessmarkering', 'skyddadFolkbokforing']);

/** HL7 Sweden, basprofiler-r4 1.1.0 (hl7se.fhir.base), canonicals of its profiles. */
export const PROFILES: ReadonlySet<string> = new Set(
  ['Patient', 'Practitioner', 'PractitionerRole', 'Organization'].map(
    (type) => `http://hl7.se/fhir/ig/base/StructureDefinition/SEBase${type}`,
  ),
);

/** LOINC, mod 10. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (const [place, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (1 + (place % 2));
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Snomed CT, SCTID: Verhoeff's dihedral check. */
function verhoeff(digits: string): boolean {
  let check = 0;
  for (const [place, digit] of [...digits].toReversed().entries()) {
    let permuted = Number(digit);
    for (let n = 0; n < place % 8; n++) permuted = PERMUTATION[permuted] ?? 0;
    check = product(check, permuted);
  }
  return check === 0;
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Of the symmetries of a pentagon: 0–4 turn it, 5–9 turn it over. */
function product(one: number, other: number): number {
  const turned = one < 5 ? (one + other) % 5 : (5 + one - (other % 5)) % 5;
  return one < 5 === other < 5 ? turned : turned + 5;
}
