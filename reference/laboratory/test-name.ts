import { LABORATORY_TESTS } from '../../domain/codes/laboratory-tests.ts';

/** 'Troponin T' for its NPU code; the code itself where it is none of ours. */
export const testNamed = (code: string): string =>
  Object.entries(LABORATORY_TESTS).find(([, test]) => test.code === code)?.[0] ?? code;
