import type {
  AccessCell,
  AccessFollowedUp,
  AccessLogged,
  AccessRelated,
  AccessTried,
  Expected,
} from '../../domain/access-evidence.ts';
import type { Stage } from '../../domain/stage.ts';
import type { RunHistory } from '../history.ts';
import { runOf } from './synthetic.ts';

export const tried = (
  expected: Expected,
  seen: AccessTried['seen'],
  cell: Partial<AccessCell> = {},
): AccessTried => ({
  type: 'access-tried',
  cell: { who: 'a', consent: 'not-asked', block: 'none', what: 'note', way: 'read', ...cell },
  ...{ expected, seen, rules: expected === 'must-not' ? ['nej'] : ['ja'], observed: seen },
});

export const logged = (change: Partial<AccessLogged> = {}): AccessLogged => ({
  ...{ type: 'access-logged', done: 10, found: 10, entries: 12, explained: 12, examples: [] },
  ...change,
});

export const related = (tried: number, broken: number): AccessRelated => ({
  ...{ type: 'access-related', relation: 'r', sv: 'Sambandet', en: 'The relation', tried, broken },
  ...(broken === 0 ? {} : { observed: 'det bröts' }),
});

export const followed = (planted: number, found: number): AccessFollowedUp => ({
  ...{
    type: 'access-followed-up',
    kind: 'no-relation',
    sv: 'Snokande',
    en: 'Snooping',
    planted,
    found,
    false: 0,
  },
});

/** A run in which a matrix of access was tried. */
export function accessRun(
  cells: readonly AccessTried[],
  {
    stage,
    log = logged(),
    relations = [related(3, 0)],
    followUps = [followed(2, 2)],
  }: {
    stage?: Stage;
    log?: AccessLogged;
    relations?: readonly AccessRelated[];
    followUps?: readonly AccessFollowedUp[];
  } = {},
): RunHistory {
  const run = runOf({ run: 'access', instances: 0, planned: 0, ...(stage && { stage }) });
  return {
    ...run,
    started: { ...run.started, command: 'access' },
    access: {
      opened: {
        type: 'access-opened',
        ...{ rules: 'prov', title: { sv: 'Prov', en: 'Test' }, hash: 'h', strength: 'all' },
        standings: [
          { id: 'a', sv: 'Läkare', en: 'Physician', role: 'physician', relation: 'own-unit', at: 'x' },
        ],
        stated: [
          {
            id: 'ja',
            sv: 'Läkaren läser.',
            en: 'The physician reads.',
            expect: 'must',
            source: 'assumption',
          },
          {
            id: 'nej',
            sv: 'Spärrat läses inte.',
            en: 'What is blocked is not read.',
            expect: 'must-not',
            source: 'PDL',
          },
        ],
        cells: { all: cells.length, tried: cells.length },
      },
      tried: cells,
      related: relations,
      followedUp: followUps,
      logged: log,
      closed: { type: 'access-closed', requests: 40, took: 2_000 },
    },
  };
}
