import { SYSTEMS } from './systems.ts';

/** A laboratory test, as ordered and answered. Codes: NPU, from the laboratories' public lists (see docs/sources.md). */
export interface LaboratoryTest {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** UCUM, or null where the answer is words. */
  readonly unit: string | null;
  readonly specimen: 'blood' | 'urine';
  readonly section: 'chemistry' | 'microbiology';
}

export const LABORATORY_TESTS = {
  'Troponin T': {
    system: SYSTEMS.npu,
    code: 'NPU27501',
    display: 'P—Troponin T',
    unit: 'ng/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  Kalium: {
    system: SYSTEMS.npu,
    code: 'NPU03230',
    display: 'P—Kaliumjon',
    unit: 'mmol/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  CRP: {
    system: SYSTEMS.npu,
    code: 'NPU19748',
    display: 'P—C-reaktivt protein',
    unit: 'mg/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  Hemoglobin: {
    system: SYSTEMS.npu,
    code: 'NPU28309',
    display: 'B—Hemoglobin',
    unit: 'g/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  // Assumption: a local code, as no NPU code for culture stands in the sources; laboratories use local ones too.
  Blododling: {
    system: SYSTEMS.genrep,
    code: 'ODL-BLOD',
    display: 'Blododling',
    unit: null,
    specimen: 'blood',
    section: 'microbiology',
  },
} as const satisfies Record<string, LaboratoryTest>;

export type LaboratoryTestName = keyof typeof LABORATORY_TESTS;

/** The systems that tests are coded in. */
export const TEST_SYSTEMS: readonly string[] = [SYSTEMS.npu, SYSTEMS.genrep];
