import type { TraceResult, TraceRow } from './trace.ts';
import { TRACE_STANDINGS } from './words.ts';

/** So many rows that nothing shows are named; the page has them all. */
const NAMED = 12;

/** A list against the flows, in a terminal. */
export function traceText({ title, rows, counts }: TraceResult): string {
  const open = rows.filter(({ standing }) => standing === 'no-flow' || standing === 'untraced');
  return [
    `${title}: ${counts.shown} av ${rows.length} visas av flöden; ${counts['no-flow']} har inget flöde, ` +
      `${counts.untraced} är inte spårade, ${counts['not-here']} kan inte visas av ett flöde.`,
    ...open.slice(0, NAMED).map(line),
    ...(open.length > NAMED ? [`  … och ${open.length - NAMED} till, se sidan.`] : []),
  ].join('\n');
}

const line = ({ item, standing, without }: TraceRow): string =>
  `  ✗ ${item.id} ${item.text}: ${TRACE_STANDINGS[standing].sv}${without.length > 0 ? ` (${without.join(', ')})` : ''}`;
