/** Forms of the primitive data types of HL7 v2.5, chapter 2.A. Those that are not here take any text. */
const FORMS: Readonly<Record<string, RegExp>> = {
  DT: /^(\d{4})(?:(\d\d)(?:(\d\d))?)?$/,
  DTM: /^(\d{4})(?:(\d\d)(?:(\d\d)(?:([01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?)?)?)?)?(?:[+-](?:0\d|1[0-4])[0-5]\d)?$/,
  TM: /^(?:[01]\d|2[0-3])(?:[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?)?(?:[+-](?:0\d|1[0-4])[0-5]\d)?$/,
  NM: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  SI: /^\d{1,4}$/,
  ID: /^\S(?:.*\S)?$/,
  IS: /^\S(?:.*\S)?$/,
};

const DATES = new Set(['DT', 'DTM']);

/** Whether a text may stand where the type is asked for. */
export function isOfType(type: string, text: string): boolean {
  const found = FORMS[type]?.exec(text);
  if (found === undefined) return true;
  if (found === null) return false;
  return !DATES.has(type) || isDay(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1));
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
