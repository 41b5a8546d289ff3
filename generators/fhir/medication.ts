import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { DrugCode } from '../disease/codes.ts';
import type { Minute } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import { diagnosisCode } from './diagnosis.ts';
import { quoted, remembered } from './json.ts';
import { CONFLICT_TAG, HISTORY_SYSTEMS } from './systems.ts';
import { dateOf, instantText } from './time.ts';

const drugCode = remembered(
  ({ atc, name }: DrugCode) =>
    `"medicationCodeableConcept":{"coding":[{"system":"${HISTORY_SYSTEMS.atc}","code":"${atc}","display":${quoted(name)}}]},`,
);
const route = remembered(({ route: way }: DrugCode) => `"route":{"text":${quoted(way)}},`);
const doseUnit = remembered(
  ({ unit, unitText }: DrugCode) =>
    `,"unit":${quoted(unitText)},"system":"${SYSTEMS.ucum}","code":${quoted(unit)}}`,
);

/** A cure that has come to its end is completed; what somebody ended before that is stopped. */
export function medicationRequestJson(
  id: string,
  fact: PrescriptionFact,
  subject: string,
  encounter: string,
  until: Minute,
  changed: Minute,
): string {
  const { drug, dose, perDay, indication, conflict, at, end, isCure } = fact;
  const over = end !== undefined && end < until;
  const known = over || isCure ? end : undefined;
  return (
    `{"resourceType":"MedicationRequest","id":"${id}","meta":{"lastUpdated":"${instantText(changed)}"` +
    (conflict === undefined
      ? ''
      : `,"tag":[{"system":"${SYSTEMS.genrep}","code":"${CONFLICT_TAG}-${conflict}"}]`) +
    `},"status":"${over ? (isCure ? 'completed' : 'stopped') : 'active'}","intent":"order",${drugCode(drug)}` +
    `${subject}${encounter},"authoredOn":"${instantText(at)}","reasonCode":[${diagnosisCode(indication)}],` +
    `"dosageInstruction":[{"text":${dosageText(fact)},"timing":{"repeat":{"boundsPeriod":{"start":"${dateOf(at)}"` +
    `${known === undefined ? '' : `,"end":"${dateOf(known)}"`}},${timing(perDay)}}},${route(drug)}` +
    `"doseAndRate":[{"doseQuantity":{"value":${dose}${doseUnit(drug)}}]}]}`
  );
}

/** The same drug has the same few dosages over and over. */
const dosages = new Map<string, string>();

function dosageText({ drug, dose, perDay }: PrescriptionFact): string {
  const key = `${drug.index}/${dose}/${perDay}`;
  const known = dosages.get(key);
  if (known !== undefined) return known;
  const text = quoted(doseText(dose, perDay, drug.unitText));
  dosages.set(key, text);
  return text;
}

/** Swedish, with decimal comma. */
function doseText(dose: number, perDay: number, unit: string): string {
  const amount = `${dose} ${unit}`.replace('.', ',');
  return perDay >= 1
    ? `${amount}, ${perDay} ${perDay === 1 ? 'gång' : 'gånger'} per dygn`
    : `${amount}, glesare än en gång per dygn`;
}

const timing = (perDay: number): string =>
  perDay >= 1
    ? `"frequency":${Math.round(perDay)},"period":1,"periodUnit":"d"`
    : `"frequency":1,"period":${Math.round(1 / perDay)},"periodUnit":"d"`;
