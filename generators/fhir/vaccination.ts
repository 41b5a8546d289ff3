import type { VaccineCode } from '../disease/codes.ts';
import type { VaccinationFact } from '../history/facts.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instantText } from './time.ts';

const vaccineCode = remembered(
  ({ atc, display }: VaccineCode) =>
    `"vaccineCode":{"coding":[{"system":"${HISTORY_SYSTEMS.atc}","code":"${atc}","display":${quoted(display)}}]},`,
);

export function immunizationJson(
  id: string,
  fact: VaccinationFact,
  patient: string,
  encounter: string,
): string {
  const time = instantText(fact.at);
  return (
    `{"resourceType":"Immunization","id":"${id}","meta":{"lastUpdated":"${time}"},"status":"completed",` +
    `${vaccineCode(fact.vaccine)}"patient":{"reference":"Patient/${patient}"}${encounter},` +
    `"occurrenceDateTime":"${time}","primarySource":true,"protocolApplied":[{"doseNumberPositiveInt":${fact.dose}}]}`
  );
}
