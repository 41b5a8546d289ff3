import type { DrillFact, DrillStops } from '../../domain/drill-evidence.ts';
import type { Stage } from '../../domain/stage.ts';
import { SECOND } from '../../domain/time.ts';
import type { DrillHistory } from '../drill/drill-history.ts';
import type { RunHistory } from '../history.ts';
import { runOf } from './synthetic.ts';

const STOPPED = Date.UTC(2026, 10, 30, 8);

/** One thing of each kind that a drill can leave, all of it right; it was worked again after so many seconds. */
export function drillOf(stops: DrillStops, { took = 2 }: { took?: number } = {}): DrillHistory {
  const drill = `prov-${stops}`;
  const fact: DrillFact = { number: `r/${drill}/f0`, patient: 'p0', value: 72, at: STOPPED - 2 * SECOND };
  const paper = { ...fact, number: `r/${drill}/papper-1`, at: STOPPED };
  const isOfLaboratory = stops === 'laboratory';
  const what = isOfLaboratory ? ('order' as const) : ('measurement' as const);
  const wrote = (when: 'before' | 'read-only' | 'down' | 'back-entry' | 'after', number = fact.number) =>
    ({ type: 'drill-wrote', drill, what, ...fact, number, when, told: 'accepted' }) as const;
  const of = isOfLaboratory ? ('answer' as const) : what;
  const found = ({ number, ...one }: DrillFact) =>
    ({ type: 'drill-found', drill, what: of, number, found: [one], waiting: 0 }) as const;
  const queued = { ...wrote('down', paper.number), at: paper.at };
  const refused = { ...wrote('read-only', `r/${drill}/n0`), told: 'refused' } as const;
  return {
    opened: {
      ...{ type: 'drill-opened', drill, sv: `Prov ${stops}`, en: `Test ${stops}`, hash: 'h', stops },
      ...{ limits: { recoverWithin: 30, listAtMost: 60 }, patients: 1, source: 'assumption' },
    },
    came: { printed: STOPPED - SECOND, stopped: STOPPED, over: STOPPED, recovered: STOPPED + took * SECOND },
    listed: [{ type: 'drill-listed', drill, ...fact }],
    wrote: [
      wrote('before'),
      ...(isOfLaboratory ? [queued] : stops === 'failover' ? [] : [refused]),
      { ...wrote('back-entry', paper.number), what: of, at: paper.at },
      wrote('after'),
    ],
    read: [{ type: 'drill-read', drill, when: 'read-only', ok: true }],
    papers: [{ type: 'drill-paper', drill, what: of, ...paper, isVoid: false }],
    due: [],
    found: [found(fact), found(paper), ...(isOfLaboratory ? [] : [{ ...found(refused), found: [] }])],
    doses: [],
    isClosed: true,
  };
}

/** A run in which drills were held. */
export function drillRun(drills: readonly DrillHistory[], stage?: Stage): RunHistory {
  const run = runOf({ run: 'drill', instances: 0, planned: 0, ...(stage && { stage }) });
  return { ...run, started: { ...run.started, command: 'drill' }, drills };
}
