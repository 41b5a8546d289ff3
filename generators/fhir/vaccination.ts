import type { VaccineCode } from '../disease/codes.ts';
import type { VaccinationFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instant, lastUpdated } from './time.ts';

const vaccineCode = remembered(({ atc, display }: VaccineCode) =>
  utf8(
    `"},"status":"completed","vaccineCode":{"coding":[{"system":"${HISTORY_SYSTEMS.atc}","code":"${atc}","display":${quoted(display)}}]},`,
  ),
);

const [IMMUNIZATION, OCCURRED, DOSE, END] =
  around`{"resourceType":"Immunization","id":"${'id, lastUpdated, vaccine, patient'},"occurrenceDateTime":"${'at'}","primarySource":true,"protocolApplied":[{"doseNumberPositiveInt":${'dose'}}]}`;

export function immunizationJson(
  out: Utf8Writer,
  id: Id,
  { vaccine, dose, at }: VaccinationFact,
  patient: About,
): void {
  out.add(IMMUNIZATION).part(id).add(lastUpdated(at)).add(vaccineCode(vaccine)).part(patient);
  out.add(OCCURRED).add(instant(at)).add(DOSE).number(dose).add(END);
}
