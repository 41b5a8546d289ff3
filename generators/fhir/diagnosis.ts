import type { Concept } from '../disease/codes.ts';
import type { Minute } from '../history/calendar.ts';
import type { DiagnosisFact } from '../history/facts.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instantText } from './time.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const ACTIVE = `"clinicalStatus":{"coding":[{"system":"${CLINICAL}","code":"active"}]},`;
const RESOLVED = `"clinicalStatus":{"coding":[{"system":"${CLINICAL}","code":"resolved"}]},`;
const CONFIRMED =
  '"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
const PROBLEM = `"category":[{"coding":[{"system":"${CATEGORY}","code":"problem-list-item"}]}],`;
const OF_ENCOUNTER = `"category":[{"coding":[{"system":"${CATEGORY}","code":"encounter-diagnosis"}]}],`;

export const diagnosisCode = remembered(
  ({ code, display }: Concept) =>
    `{"coding":[{"system":"${HISTORY_SYSTEMS.icd10se}","code":"${code}","display":${quoted(display)}}]}`,
);

/** A problem of the problem list, or what one contact was about. */
export function conditionJson(
  id: string,
  { concept, problem, at, abated }: DiagnosisFact,
  subject: string,
  encounter: string,
  until: Minute,
  changed: Minute,
): string {
  const over = abated !== undefined && abated < until;
  return (
    `{"resourceType":"Condition","id":"${id}","meta":{"lastUpdated":"${instantText(changed)}"},` +
    `${over ? RESOLVED : ACTIVE}${CONFIRMED}${problem ? PROBLEM : OF_ENCOUNTER}"code":${diagnosisCode(concept)},` +
    `${subject}${encounter},"onsetDateTime":"${instantText(at)}",` +
    (over ? `"abatementDateTime":"${instantText(abated)}",` : '') +
    `"recordedDate":"${instantText(at)}"}`
  );
}
