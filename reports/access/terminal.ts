import type { AccessResult, CellResult } from './measure-access.ts';
import { conditionsOf, WAYS, WHATS } from './words.ts';

/** So many cells that were wrong are named; the page has them all. */
const NAMED = 8;

/** A matrix of access in a terminal: its figures, and what did not hold. */
export function accessLines(result: AccessResult): string[] {
  const { opened, counts, shown, refused, relations, log, followUps, closed } = result;
  const wrong = [...shown, ...refused];
  const names = new Map(opened.standings.map(({ id, sv }) => [id, sv]));
  const broken = relations.filter(({ verdict }) => verdict === 'fail');
  const held = relations.filter(({ verdict }) => verdict === 'pass').length;
  return [
    `  Rutor    ${opened.cells.tried} av ${opened.cells.all} prövade: ${counts.pass} rätt, ${shown.length} visade för mycket, ${refused.length} nekade fel, ${counts['not-covered']} ej prövade, ${counts.error} fel`,
    `  Samband  ${held} av ${relations.length} höll`,
    ...(log === undefined
      ? []
      : [
          `  Logg     ${log.reason ?? `${log.found} av ${log.done} åtkomster återfunna, ${log.explained} av ${log.entries} rader förklarade`}`,
        ]),
    ...followUps.map(
      ({ sv, planted, found, false: wrongly, reason }) =>
        `  Kontroll ${sv}: ${reason ?? `${found} av ${planted} funna, ${wrongly} fel utpekade`}`,
    ),
    ...(closed === undefined
      ? []
      : [`  Tid      ${closed.requests} frågor på ${Math.round(closed.took / 1_000)} s`]),
    ...wrong.slice(0, NAMED).map((cell) => wrongLine(cell, names)),
    ...(wrong.length > NAMED ? [`  … och ${wrong.length - NAMED} rutor till, se sidan.`] : []),
    ...broken.map(({ sv, observed = '' }) => `  ✗ ${sv}: ${observed}`),
    ...(log?.verdict === 'fail'
      ? log.examples.slice(0, NAMED).map((example) => `  ✗ Loggen: ${example}`)
      : []),
  ];
}

function wrongLine({ cell, seen, rules }: CellResult, names: ReadonlyMap<string, string>): string {
  const conditions = conditionsOf(cell).sv;
  const when = conditions === '' ? '' : ` (${conditions})`;
  const was = seen === 'shown' ? 'fick, men får inte' : 'nekades, men ska få';
  return `  ✗ ${names.get(cell.who) ?? cell.who}, ${WHATS[cell.what].sv.toLowerCase()}, ${WAYS[cell.way].sv}${when}: ${was} [${rules.join(', ') || 'ingen regel tillåter det'}]`;
}
