import type { ObservationReferenceRange } from '@medplum/fhirtypes';
import type { Words } from '../words.ts';

const GENDER = 'http://hl7.org/fhir/administrative-gender';

/** What is usual in a test, as a FHIR answer says it; nothing where the laboratory has no interval for it. */
export const referenceRangesOf = (
  { tests }: Words,
  code: string,
  unit: string,
): ObservationReferenceRange[] =>
  (tests.find((test) => test.code === code)?.reference ?? []).map(({ sex, low, high }) => ({
    ...(low === undefined ? {} : { low: { value: low, unit } }),
    ...(high === undefined ? {} : { high: { value: high, unit } }),
    ...(sex === undefined ? {} : { appliesTo: [{ coding: [{ system: GENDER, code: sex }] }] }),
  }));
