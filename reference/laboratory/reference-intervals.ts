import { readFileSync } from 'node:fs';
import type { ObservationReferenceRange } from '@medplum/fhirtypes';
import { parse } from 'yaml';

interface Interval {
  readonly sex?: 'female' | 'male';
  readonly low?: number;
  readonly high?: number;
}

const INTERVALS: Readonly<Record<string, readonly Interval[]>> = parse(
  readFileSync(new URL('./reference-intervals.yaml', import.meta.url), 'utf8'),
);

const GENDER = 'http://hl7.org/fhir/administrative-gender';

/** What is usual in a test, as a FHIR answer says it; nothing where the laboratory has no interval for it. */
export const referenceRangesOf = (code: string, unit: string): ObservationReferenceRange[] =>
  (INTERVALS[code] ?? []).map(({ sex, low, high }) => ({
    ...(low === undefined ? {} : { low: { value: low, unit } }),
    ...(high === undefined ? {} : { high: { value: high, unit } }),
    ...(sex === undefined ? {} : { appliesTo: [{ coding: [{ system: GENDER, code: sex }] }] }),
  }));
