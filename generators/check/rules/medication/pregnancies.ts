import { HISTORY_SYSTEMS } from '../../../fhir/systems.ts';
import { codeOf, textAt } from '../../json.ts';
import type { ResourceLine } from '../../rule.ts';

export interface Pregnancy {
  /** Epoch milliseconds: enrolled with the midwife, and given birth. */
  readonly from: number;
  readonly to: number;
}

/** Supervision of normal pregnancy, ICD-10-SE: on the problem list from enrolment to birth. */
const PREGNANCY = 'Z34.9';

export function pregnancyOf({ type, resource }: ResourceLine): Pregnancy | undefined {
  if (type !== 'Condition' || codeOf(resource.code, HISTORY_SYSTEMS.icd10se) !== PREGNANCY) return undefined;
  const end = textAt(resource, 'abatementDateTime');
  return {
    from: Date.parse(textAt(resource, 'onsetDateTime') ?? ''),
    to: end === undefined ? Number.POSITIVE_INFINITY : Date.parse(end),
  };
}
