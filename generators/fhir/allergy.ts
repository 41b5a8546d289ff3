import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { AllergenCode } from '../disease/codes.ts';
import type { AllergyFact } from '../history/facts.ts';
import { quoted, remembered } from './json.ts';
import { instantText } from './time.ts';

const STATUS =
  `"clinicalStatus":{"coding":[{"system":"${SYSTEMS.allergyClinical}","code":"active"}]},` +
  '"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"confirmed"}]},' +
  '"type":"allergy",';

const allergen = remembered(
  ({ snomed, display, category }: AllergenCode) =>
    `"category":["${category}"],"criticality":"${category === 'medication' ? 'high' : 'low'}",` +
    `"code":{"coding":[{"system":"${SYSTEMS.snomed}","code":"${snomed}","display":${quoted(display)}}]},`,
);

export function allergyJson(id: string, fact: AllergyFact, patient: string, encounter: string): string {
  const time = instantText(fact.at);
  return (
    `{"resourceType":"AllergyIntolerance","id":"${id}","meta":{"lastUpdated":"${time}"},${STATUS}` +
    `${allergen(fact.allergen)}"patient":{"reference":"Patient/${patient}"}${encounter},"recordedDate":"${time}"}`
  );
}
