import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { AllergenCode } from '../disease/codes.ts';
import type { AllergyFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered } from './json.ts';
import { instant, lastUpdated } from './time.ts';

const STATUS =
  `"clinicalStatus":{"coding":[{"system":"${SYSTEMS.allergyClinical}","code":"active"}]},` +
  '"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"confirmed"}]},' +
  '"type":"allergy",';

const allergen = remembered(({ snomed, display, category }: AllergenCode) =>
  utf8(
    `${STATUS}"category":["${category}"],"criticality":"${category === 'medication' ? 'high' : 'low'}",` +
      `"code":{"coding":[{"system":"${SYSTEMS.snomed}","code":"${snomed}","display":${quoted(display)}}]},`,
  ),
);

const [ALLERGY, KIND, RECORDED, END] =
  around`{"resourceType":"AllergyIntolerance","id":"${'id, lastUpdated'}"},${'allergen, patient'},"recordedDate":"${'at'}"}`;

export function allergyJson(out: Utf8Writer, id: Id, fact: AllergyFact, patient: About): void {
  out.add(ALLERGY).part(id).add(lastUpdated(fact.at)).add(KIND).add(allergen(fact.allergen));
  out.part(patient).add(RECORDED).add(instant(fact.at)).add(END);
}
