/** A laboratory test, as ordered and answered. Codes: NPU, from the laboratories' public lists (see docs/sources.md). */
export interface LaboratoryTest {
  readonly npu: string;
  readonly display: string;
  /** UCUM, or null where the answer is words. */
  readonly unit: string | null;
  readonly specimen: 'blood' | 'urine';
  readonly section: 'chemistry' | 'microbiology';
}

export const LABORATORY_TESTS = {
  'Troponin T': {
    npu: 'NPU27501',
    display: 'P—Troponin T',
    unit: 'ng/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  Kalium: {
    npu: 'NPU03230',
    display: 'P—Kaliumjon',
    unit: 'mmol/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  CRP: {
    npu: 'NPU19748',
    display: 'P—C-reaktivt protein',
    unit: 'mg/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  Hemoglobin: {
    npu: 'NPU28309',
    display: 'B—Hemoglobin',
    unit: 'g/L',
    specimen: 'blood',
    section: 'chemistry',
  },
  // Assumption: a local code, as no NPU code for culture stands in the sources; laboratories use local ones too.
  Blododling: {
    npu: 'ODL-BLOD',
    display: 'Blododling',
    unit: null,
    specimen: 'blood',
    section: 'microbiology',
  },
} as const satisfies Record<string, LaboratoryTest>;

export type LaboratoryTestName = keyof typeof LABORATORY_TESTS;
