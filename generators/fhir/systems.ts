import { SYSTEMS } from '../../domain/codes/systems.ts';

/** Code systems that histories add to the ones of the domain. Source of the OIDs: the RIV-TA OID list. */
export const HISTORY_SYSTEMS = {
  icd10se: SYSTEMS.icd10se,
  kva: 'urn:oid:1.2.752.116.1.3.2.1.4',
  atc: SYSTEMS.atc,
  npu: SYSTEMS.npu,
  loinc: SYSTEMS.loinc,
  genrep: SYSTEMS.genrep,
} as const;

/** Label of a prescription that should not have been, by its conflict. */
export const CONFLICT_TAG = 'deliberate-conflict';
