import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { DrugCode } from '../disease/codes.ts';
import type { Conflict } from '../disease/module.ts';
import type { Minute } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import { around, type Fragment, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import { diagnosisCode } from './diagnosis.ts';
import type { Id } from './ids.ts';
import { quoted, remembered, rememberedBy } from './json.ts';
import { CONFLICT_TAG, HISTORY_SYSTEMS } from './systems.ts';
import { date, instant, lastUpdated } from './time.ts';

const drugIn = (status: string) =>
  remembered(({ atc, name }: DrugCode) =>
    utf8(
      `},"status":"${status}","intent":"order","medicationCodeableConcept":{"coding":[{"system":"${HISTORY_SYSTEMS.atc}","code":"${atc}","display":${quoted(name)}}]},`,
    ),
  );
const active = drugIn('active');
const stopped = drugIn('stopped');
const completed = drugIn('completed');

const NO_TAG = utf8('"');
const tagOf = rememberedBy((conflict: Conflict) =>
  utf8(`","tag":[{"system":"${SYSTEMS.genrep}","code":"${CONFLICT_TAG}-${conflict}"}]`),
);

const [REQUEST, AUTHORED, REASON, DOSAGE, ENDS] =
  around`{"resourceType":"MedicationRequest","id":"${'id, lastUpdated, tag, drug, subject'},"authoredOn":"${'at'}","reasonCode":[${'indication'}],"dosageInstruction":[{"text":${'text, start'}","end":"${'end, regimen'}`;

/** A cure that has come to its end is completed; what somebody ended before that is stopped. */
export function medicationRequestJson(
  out: Utf8Writer,
  id: Id,
  fact: PrescriptionFact,
  subject: About,
  until: Minute,
  changed: Minute,
): void {
  const { drug, indication, conflict, at, end, isCure } = fact;
  const over = end !== undefined && end < until;
  const { text, rest } = regimenOf(fact);
  out.add(REQUEST).part(id).add(lastUpdated(changed));
  out.add(conflict === undefined ? NO_TAG : tagOf(conflict));
  out.add((over ? (isCure ? completed : stopped) : active)(drug)).part(subject);
  out.add(AUTHORED).add(instant(at)).add(REASON).add(diagnosisCode(indication));
  out.add(DOSAGE).add(text).add(date(at));
  if (end !== undefined && (over || isCure)) out.add(ENDS).add(date(end));
  out.add(rest);
}

/** How a drug is taken: the text and what follows the period. */
interface Regimen {
  readonly dose: number;
  readonly perDay: number;
  readonly text: Fragment;
  readonly rest: Fragment;
}

/** Each drug has the same few over and over. */
const regimensOf = remembered((_drug: DrugCode): Regimen[] => []);

function regimenOf({ drug, dose, perDay }: PrescriptionFact): Regimen {
  const ofDrug = regimensOf(drug);
  const known = ofDrug.find((regimen) => regimen.dose === dose && regimen.perDay === perDay);
  if (known !== undefined) return known;
  const { unit, unitText, route } = drug;
  const made = {
    dose,
    perDay,
    text: utf8(`${quoted(doseText(dose, perDay, unitText))},"timing":{"repeat":{"boundsPeriod":{"start":"`),
    rest: utf8(
      `"},${timing(perDay)}}},"route":{"text":${quoted(route)}},"doseAndRate":[{"doseQuantity":{"value":${dose},` +
        `"unit":${quoted(unitText)},"system":"${SYSTEMS.ucum}","code":${quoted(unit)}}}]}]}`,
    ),
  };
  ofDrug.push(made);
  return made;
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
