import type {
  DrillCame,
  DrillDoses,
  DrillDue,
  DrillEvent,
  DrillFact,
  DrillFound,
  DrillListed,
  DrillOpened,
  DrillPaper,
  DrillRead,
  DrillWrote,
} from '../../domain/drill-evidence.ts';

/** What the evidence says of one drill. */
export interface DrillHistory {
  readonly opened: DrillOpened;
  /** Epoch milliseconds, of the moments that it came to. */
  readonly came: Readonly<Partial<Record<DrillCame['moment'], number>>>;
  readonly listed: readonly DrillListed[];
  /** Every try, also of the same number again. */
  readonly wrote: readonly DrillWrote[];
  readonly read: readonly DrillRead[];
  readonly papers: readonly DrillPaper[];
  readonly due: readonly DrillDue[];
  readonly found: readonly DrillFound[];
  readonly doses: readonly DrillDoses[];
  /** Whether it came to its end. */
  readonly isClosed: boolean;
}

/** All drills of a run, by the events about them. */
export const drillsIn = (events: readonly DrillEvent[]): DrillHistory[] =>
  [...Map.groupBy(events, ({ drill }) => drill).values()].flatMap((own) => {
    const opened = own.find((event) => event.type === 'drill-opened');
    if (opened === undefined) return [];
    const came = own.filter((event) => event.type === 'drill-came');
    return [
      {
        opened,
        came: Object.fromEntries(came.map(({ moment, at }) => [moment, at])),
        listed: own.filter((event) => event.type === 'drill-listed'),
        wrote: own.filter((event) => event.type === 'drill-wrote'),
        read: own.filter((event) => event.type === 'drill-read'),
        papers: own.filter((event) => event.type === 'drill-paper'),
        due: own.filter((event) => event.type === 'drill-due'),
        found: own.filter((event) => event.type === 'drill-found'),
        doses: own.filter((event) => event.type === 'drill-doses'),
        isClosed: own.some((event) => event.type === 'drill-closed'),
      },
    ];
  });

/** What of one kind was last said of each number, in the order in which they were first written. */
export function lastTold(wrote: readonly DrillWrote[]): ReadonlyMap<string, DrillWrote> {
  const last = new Map<string, DrillWrote>();
  for (const one of wrote) last.set(one.number, one);
  return last;
}

/**
 * What must stand in the system afterwards: all that was not refused, known to have arrived or entered again where nobody knew, and
 * what is on paper and not void, for entered or not it happened. Of a laboratory it is the answers to what it was sent.
 */
export function expectedIn({ opened, wrote, papers }: DrillHistory): DrillFact[] {
  if (opened.stops === 'laboratory') {
    const answers = [...papers, ...wrote.filter(({ what }) => what === 'answer')];
    const byNumber = new Map<string, DrillFact>(answers.map((one) => [one.number, one]));
    const ordered = wrote.filter(({ what, told }) => what === 'order' && told === 'accepted');
    return ordered.map((one) => byNumber.get(one.number) ?? one);
  }
  // Of a roll-back the list says what is to be carried, not what is expected: a line that says it wrongly is wrong.
  const isOfList = ({ when }: DrillWrote): boolean => opened.stops === 'roll-back' && when === 'back-entry';
  const kept = wrote.filter((one) => one.told !== 'refused' && !isOfList(one));
  const all = [...kept, ...papers.filter(({ isVoid }) => !isVoid)];
  return [...new Map<string, DrillFact>(all.map((one) => [one.number, one])).values()];
}
