import type { Concept } from '../disease/codes.ts';
import type { Minute } from '../history/calendar.ts';
import type { DiagnosisFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instant, lastUpdated } from './time.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const CONFIRMED =
  '"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

const kind = (status: string, category: string) =>
  utf8(
    `"},"clinicalStatus":{"coding":[{"system":"${CLINICAL}","code":"${status}"}]},${CONFIRMED}` +
      `"category":[{"coding":[{"system":"${CATEGORY}","code":"${category}"}]}],"code":`,
  );
const PROBLEM = {
  active: kind('active', 'problem-list-item'),
  resolved: kind('resolved', 'problem-list-item'),
};
const OF_ENCOUNTER = {
  active: kind('active', 'encounter-diagnosis'),
  resolved: kind('resolved', 'encounter-diagnosis'),
};

export const diagnosisCode = remembered(({ code, display }: Concept) =>
  utf8(`{"coding":[{"system":"${HISTORY_SYSTEMS.icd10se}","code":"${code}","display":${quoted(display)}}]}`),
);

const [CONDITION, SUBJECT, ONSET, RECORDED, END] =
  around`{"resourceType":"Condition","id":"${'id, lastUpdated, kind, code'},${'subject'},"onsetDateTime":"${'at'}","recordedDate":"${'at'}"}`;
const [ABATED] = around`","abatementDateTime":"${'abated'}`;

/** A problem of the problem list, or what one contact was about. */
export function conditionJson(
  out: Utf8Writer,
  id: Id,
  { concept, problem, at, abated }: DiagnosisFact,
  subject: About,
  until: Minute,
  changed: Minute,
): void {
  const over = abated !== undefined && abated < until;
  const kinds = problem ? PROBLEM : OF_ENCOUNTER;
  out.add(CONDITION).part(id).add(lastUpdated(changed));
  out
    .add(over ? kinds.resolved : kinds.active)
    .add(diagnosisCode(concept))
    .add(SUBJECT)
    .part(subject);
  out.add(ONSET).add(instant(at));
  if (over) out.add(ABATED).add(instant(abated));
  out.add(RECORDED).add(instant(at)).add(END);
}
