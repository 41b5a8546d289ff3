/**
 * Names of code systems in HL7's table 0396. Those that have none there are local, '99' and three signs: ICD-10-SE, which
 * is finer than WHO's ICD-10 (I10), KVÅ, NPU, and codes of ours.
 */
export const CODING = {
  icd10se: '99ISE',
  kva: '99KVA',
  npu: '99NPU',
  genrep: '99GEN',
  atc: 'WC',
  loinc: 'LN',
  snomed: 'SCT',
  ucum: 'UCUM',
} as const;
