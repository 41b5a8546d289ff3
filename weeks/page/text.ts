import { moment } from '../../pages/bilingual.ts';
import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import type { RuleResult } from '../measure/stop-rules.ts';
import { noteLines } from './shifts.ts';
import { headlineOf } from './stop-rules.ts';

/** The same in a few lines, for a terminal. */
export function weeksText(result: WeeksResult): string {
  const { title, at, dayNumber, days, stopRules, shifts, open } = result;
  const [note] = shifts;
  return [
    `${title}, dag ${dayNumber} av ${days}, ${moment(at).sv}`,
    headlineOf(result).sv,
    ...(stopRules.isFixed ? [] : ['Stoppreglerna är inte fastställda före start: genrep weeks fix.']),
    ...stopRules.changes.map(
      ({ id, what }) => `Regeln ${id} är ändrad efter att den fastställdes (${what}).`,
    ),
    ...stopRules.rules.map(
      (rule) => `${VERDICT_TEXTS[rule.verdict].symbol} ${rule.sv} Nu: ${rule.measured.sv}${trippedIn(rule)}`,
    ),
    `${open.length} öppna avvikelser`,
    ...(note === undefined ? [] : [`${note.shift.sv}:`, ...noteLines(note).map((line) => `  ${line.sv}`)]),
  ].join('\n');
}

function trippedIn({ tripped, answered }: RuleResult): string {
  if (tripped === undefined) return '';
  const then = answered === undefined ? 'inget beslut efter det' : `beslutat av ${answered.by}`;
  return `; löst ut till ${moment(tripped.last).sv}, ${then}`;
}
