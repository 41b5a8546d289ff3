import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { TestCode } from '../disease/codes.ts';
import type { Minute } from '../history/calendar.ts';
import type { PressureFact } from '../history/facts.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered, rememberedBy } from './json.ts';
import { HISTORY_SYSTEMS } from './systems.ts';
import { instant, lastUpdated } from './time.ts';

export type Sex = 'female' | 'male';

/** Everything of an observation that only depends on what was measured. */
const codeOf = remembered(({ kind, system, code, display, name }: TestCode) =>
  utf8(
    `"},"status":"final","category":[{"coding":[{"system":"${SYSTEMS.observationCategory}","code":"${kind}"}]}],` +
      `"code":{"coding":[{"system":"${HISTORY_SYSTEMS[system]}","code":"${code}","display":${quoted(display)}}],"text":${quoted(name)}},`,
  ),
);

/** All that follows a number: its unit, how it is to be judged, and by which range. */
const afterNumber = (sex: Sex, interpretation?: 'H' | 'L' | 'N') =>
  remembered((test: TestCode) => {
    const { unit = '1', unitText = unit } = test;
    const judged =
      interpretation === undefined
        ? ''
        : `,"interpretation":[{"coding":[{"system":"${SYSTEMS.interpretation}","code":"${interpretation}"}]}]`;
    return utf8(
      `,"unit":${quoted(unitText)},"system":"${SYSTEMS.ucum}","code":${quoted(unit)}}${judged}${rangeJson(test, sex)}}`,
    );
  });
const AFTER_NUMBER = { female: judgements('female'), male: judgements('male') };

function judgements(sex: Sex) {
  return {
    H: afterNumber(sex, 'H'),
    L: afterNumber(sex, 'L'),
    N: afterNumber(sex, 'N'),
    none: afterNumber(sex),
  };
}

const AFTER_WORDS = {
  female: remembered((test: TestCode) => utf8(`${rangeJson(test, 'female')}}`)),
  male: remembered((test: TestCode) => utf8(`${rangeJson(test, 'male')}}`)),
};
const wordsOf = rememberedBy((words: string) => utf8(quoted(words)));

const rangeOf = ({ reference }: TestCode, sex: Sex): readonly [number, number] | undefined =>
  reference === undefined ? undefined : 'female' in reference ? reference[sex] : reference;

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

const [OBSERVATION, EFFECTIVE, QUANTITY] =
  around`{"resourceType":"Observation","id":"${'id, lastUpdated, code, subject'},"effectiveDateTime":"${'at'}","valueQuantity":{"value":${'number, unit'}`;
const [ISSUED] = around`","issued":"${'issued'}`;
const [WORDS] = around`","valueString":${'words'}`;

/** One value of one test; `issued` where a laboratory answered later. */
export function observationJson(
  out: Utf8Writer,
  id: Id,
  test: TestCode,
  value: number | string,
  sex: Sex,
  subject: About,
  at: Minute,
  issued: Minute,
): void {
  out.add(OBSERVATION).part(id).add(lastUpdated(issued)).add(codeOf(test)).part(subject);
  out.add(EFFECTIVE).add(instant(at));
  if (issued !== at) out.add(ISSUED).add(instant(issued));
  if (typeof value === 'string') {
    out.add(WORDS).add(wordsOf(value)).add(AFTER_WORDS[sex](test));
  } else {
    const judged = interpretationOf(test, value, sex) ?? 'none';
    out.add(QUANTITY).number(value).add(AFTER_NUMBER[sex][judged](test));
  }
}

const MMHG = `,"unit":"mmHg","system":"${SYSTEMS.ucum}","code":"mm[Hg]"}}`;
const VITAL = `"category":[{"coding":[{"system":"${SYSTEMS.observationCategory}","code":"vital-signs"}]}],`;
const component = (code: string, display: string): string =>
  `{"code":{"coding":[{"system":"${SYSTEMS.loinc}","code":"${code}","display":"${display}"}]},"valueQuantity":{"value":`;
const PRESSURE = utf8(
  `"},"status":"final",${VITAL}"code":{"coding":[{"system":"${SYSTEMS.loinc}","code":"85354-9","display":"Blodtryck"}],"text":"Blodtryck"},`,
);
const SYSTOLIC = utf8(`","component":[${component('8480-6', 'Systoliskt blodtryck')}`);
const DIASTOLIC = utf8(`${MMHG},${component('8462-4', 'Diastoliskt blodtryck')}`);
const END = utf8(`${MMHG}]}`);

export function pressureJson(
  out: Utf8Writer,
  id: Id,
  { at, systolic, diastolic }: PressureFact,
  subject: About,
): void {
  out.add(OBSERVATION).part(id).add(lastUpdated(at)).add(PRESSURE).part(subject);
  out.add(EFFECTIVE).add(instant(at));
  out.add(SYSTOLIC).number(systolic).add(DIASTOLIC).number(diastolic).add(END);
}
