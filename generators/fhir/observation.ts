import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { TestCode } from '../disease/codes.ts';
import type { Minute } from '../history/calendar.ts';
import type { PressureFact } from '../history/facts.ts';
import { quoted, remembered } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instantText } from './time.ts';

type Sex = 'female' | 'male';

/** Everything of an observation that only depends on what was measured. */
const head = remembered(
  ({ kind, system, code, display, name }: TestCode) =>
    `"status":"final","category":[{"coding":[{"system":"${SYSTEMS.observationCategory}","code":"${kind}"}]}],` +
    `"code":{"coding":[{"system":"${HISTORY_SYSTEMS[system]}","code":"${code}","display":${quoted(display)}}],"text":${quoted(name)}},`,
);

const unit = remembered(
  ({ unit: ucum = '1', unitText = ucum }: TestCode) =>
    `,"unit":${quoted(unitText)},"system":"${SYSTEMS.ucum}","code":${quoted(ucum)}}`,
);

const rangeOf = ({ reference }: TestCode, sex: Sex): readonly [number, number] | undefined =>
  reference === undefined ? undefined : 'female' in reference ? reference[sex] : reference;

const ranges = {
  female: remembered((test: TestCode) => rangeJson(test, 'female')),
  male: remembered((test: TestCode) => rangeJson(test, 'male')),
};

function rangeJson(test: TestCode, sex: Sex): string {
  const range = rangeOf(test, sex);
  if (range === undefined) return '';
  const inUnit = `,"unit":${quoted(test.unitText ?? '')}}`;
  return `,"referenceRange":[{"low":{"value":${range[0]}${inUnit},"high":{"value":${range[1]}${inUnit}}]`;
}

/** H above the reference range, L below it, N within. */
export function interpretationOf(
  test: TestCode,
  value: number | string,
  sex: Sex,
): 'H' | 'L' | 'N' | undefined {
  const range = rangeOf(test, sex);
  if (range === undefined || typeof value === 'string') return undefined;
  return value > range[1] ? 'H' : value < range[0] ? 'L' : 'N';
}

const INTERPRETATIONS = {
  H: `,"interpretation":[{"coding":[{"system":"${SYSTEMS.interpretation}","code":"H"}]}]`,
  L: `,"interpretation":[{"coding":[{"system":"${SYSTEMS.interpretation}","code":"L"}]}]`,
  N: `,"interpretation":[{"coding":[{"system":"${SYSTEMS.interpretation}","code":"N"}]}]`,
} as const;

/** One value of one test; `issued` where a laboratory answered later. */
export function observationJson(
  id: string,
  test: TestCode,
  value: number | string,
  sex: Sex,
  subject: string,
  encounter: string,
  at: Minute,
  issued: Minute,
): string {
  const interpretation = interpretationOf(test, value, sex);
  const issuedText = instantText(issued);
  return (
    `{"resourceType":"Observation","id":"${id}","meta":{"lastUpdated":"${issuedText}"},${head(test)}` +
    `${subject}${encounter},"effectiveDateTime":"${instantText(at)}",` +
    (issued === at ? '' : `"issued":"${issuedText}",`) +
    (typeof value === 'string'
      ? `"valueString":${quoted(value)}`
      : `"valueQuantity":{"value":${value}${unit(test)}`) +
    (interpretation === undefined ? '' : INTERPRETATIONS[interpretation]) +
    `${ranges[sex](test)}}`
  );
}

const MMHG = `,"unit":"mmHg","system":"${SYSTEMS.ucum}","code":"mm[Hg]"}}`;
const VITAL = `"category":[{"coding":[{"system":"${SYSTEMS.observationCategory}","code":"vital-signs"}]}],`;
const component = (code: string, display: string): string =>
  `{"code":{"coding":[{"system":"${SYSTEMS.loinc}","code":"${code}","display":"${display}"}]},"valueQuantity":{"value":`;
const SYSTOLIC = component('8480-6', 'Systoliskt blodtryck');
const DIASTOLIC = component('8462-4', 'Diastoliskt blodtryck');
const PRESSURE = `"code":{"coding":[{"system":"${SYSTEMS.loinc}","code":"85354-9","display":"Blodtryck"}],"text":"Blodtryck"},`;

export function pressureJson(id: string, fact: PressureFact, subject: string, encounter: string): string {
  const at = instantText(fact.at);
  return (
    `{"resourceType":"Observation","id":"${id}","meta":{"lastUpdated":"${at}"},"status":"final",${VITAL}${PRESSURE}` +
    `${subject}${encounter},"effectiveDateTime":"${at}","component":[` +
    `${SYSTOLIC}${fact.systolic}${MMHG},${DIASTOLIC}${fact.diastolic}${MMHG}]}`
  );
}
