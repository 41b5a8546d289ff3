import { SYSTEMS } from './systems.ts';

/** A laboratory test, as ordered and answered. */
export interface LaboratoryTest {
  /** As it is called in sentences and in lists to choose from. */
  readonly word: string;
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** UCUM, or null where the answer is words. */
  readonly unit: string | null;
  /** What is taken, in Swedish. */
  readonly specimen: string;
  readonly section: LaboratorySection;
}

/** Which part of the laboratory answers: v2-0074, as a report says it. */
export const LABORATORY_SECTIONS = { chemistry: 'CH', haematology: 'HM', microbiology: 'MB' } as const;
type LaboratorySection = keyof typeof LABORATORY_SECTIONS;

/** The systems that tests are coded in, by the word a file of words has for each; `local` is for codes of one's own. */
export const TEST_SYSTEMS = {
  npu: SYSTEMS.npu,
  loinc: SYSTEMS.loinc,
  snomed: SYSTEMS.snomed,
  local: SYSTEMS.genrep,
} as const;
