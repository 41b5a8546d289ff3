import { readNumberField } from '../../../../domain/codes/hl7v2.ts';
import { isSafe } from '../../../../domain/identifiers.ts';
import type { TestNumbers } from '../../../demography/test-numbers.ts';
import type { Words } from '../../rule.ts';

/** Where people's numbers stand: the patient's and the next of kin's. */
const NUMBERS: readonly (readonly [segment: string, field: number])[] = [
  ['PID', 3],
  ['NK1', 33],
];
/** Ids of records are no numbers of people. */
const RECORDS = /\^GENREP\^PT$/;

/** The first number that could belong to a living person, where there is one. */
export function unsafeNumberIn(segments: readonly string[], testNumbers: TestNumbers): Words | undefined {
  for (const text of segments) {
    for (const [segment, field] of NUMBERS) {
      if (!text.startsWith(`${segment}|`)) continue;
      for (const cx of (text.split('|')[field] ?? '').split('~')) {
        if (cx === '' || RECORDS.test(cx)) continue;
        const number = readNumberField(cx);
        if (number !== undefined && (testNumbers.has(number.value) || isSafe(number))) continue;
        const [value] = cx.split('^');
        return {
          sv: `numret ${value} i ${segment}-${field} kan tillhöra en levande person`,
          en: `the number ${value} of ${segment}-${field} could belong to a living person`,
        };
      }
    }
  }
  return undefined;
}
