import { type AccessResult, measureAccess, verdictsOf } from '../access/measure-access.ts';
import { accessLines } from '../access/terminal.ts';
import { WHATS } from '../access/words.ts';
import { accessSection } from '../html/sections/access.ts';
import type { Aspect, SuiteCase } from './aspect.ts';

/** A matrix of who may see and do what. */
export const access: Aspect = {
  verdicts(runs) {
    const result = measureAccess(runs);
    return result === undefined ? [] : verdictsOf(result);
  },
  lines: ({ access: result }) => (result === undefined ? [] : accessLines(result)),
  section: accessSection,
  suite: ({ access: result }) =>
    result === undefined ? undefined : { name: 'Åtkomst', cases: casesOf(result) },
};

/** A case for each thing to each reader, for each relation, for the log and for its follow-up. */
function casesOf(result: AccessResult): SuiteCase[] {
  const { opened, squares, shown, refused, open, relations, log, followUps } = result;
  const names = new Map(opened.standings.map(({ id, sv }) => [id, sv]));
  const cells = [...shown, ...refused, ...open];
  return [
    ...squares.map(({ who, what, verdict }) => ({
      ...{ classname: `åtkomst.${what}`, name: `${names.get(who) ?? who}: ${WHATS[what].sv}`, verdict },
      message: cells.find(({ cell }) => cell.who === who && cell.what === what)?.observed ?? '',
    })),
    ...relations.map(({ relation, sv, verdict, observed = '' }) => ({
      ...{ classname: 'åtkomst.samband', name: `${relation}: ${sv}`, verdict, message: observed },
    })),
    ...(log === undefined
      ? []
      : [
          {
            ...{ classname: 'åtkomst.logg', name: 'Loggen', verdict: log.verdict },
            message: log.examples[0] ?? log.reason ?? '',
          },
        ]),
    ...followUps.map(({ kind, sv, verdict, reason = '' }) => ({
      ...{ classname: 'åtkomst.loggkontroll', name: `${kind}: ${sv}`, verdict, message: reason },
    })),
  ];
}
