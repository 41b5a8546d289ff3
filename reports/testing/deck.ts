import type { Alert, DeckAnswered, DeckCaseFacts, DeckWay } from '../../domain/deck-evidence.ts';
import type { Stage } from '../../domain/stage.ts';
import type { RunHistory } from '../history.ts';
import { runOf } from './synthetic.ts';

const told = (what: string) => ({ sv: what, en: what, asked: `${what} 1 mg` });

/** A case that expects a stop with the word of its id. */
export const caseOf = (id: string, change: Partial<DeckCaseFacts> = {}): DeckCaseFacts => ({
  ...{ id, category: 'dose', class: 1, expect: 'stop', says: [id], source: 'assumption' },
  ...told(id),
  twin: told(`${id}, ofarligt`),
  ...change,
});

export const answer = (
  kind: DeckAnswered['kind'],
  id: string,
  alerts: readonly Alert[] | 'not-covered' | 'unknown' | 'error' = [],
  way: DeckWay = 'cds-hooks',
): DeckAnswered => ({
  ...{ type: 'deck-answered', way, kind, case: id, took: 1 },
  ...(kind === 'ordinary' ? { asked: `Ordination ${id}` } : {}),
  ...(typeof alerts === 'string'
    ? { outcome: alerts, alerts: [], reason: 'Det går inte.' }
    : { outcome: 'answered' as const, alerts }),
});

export const stop = (text: string): Alert => ({ strength: 'stop', text });
export const warn = (text: string): Alert => ({ strength: 'warn', text });
export const info = (text: string): Alert => ({ strength: 'info', text });

/** A run in which a deck was asked. */
export function deckRun(
  cases: readonly DeckCaseFacts[],
  answered: readonly DeckAnswered[],
  {
    stage,
    ways = ['cds-hooks'],
    run: name = 'deck',
  }: { stage?: Stage; ways?: readonly DeckWay[]; run?: string } = {},
): RunHistory {
  const run = runOf({ run: name, instances: 0, planned: 0, ...(stage && { stage }) });
  return {
    ...run,
    started: { ...run.started, command: 'deck' },
    deck: {
      opened: {
        type: 'deck-opened',
        ...{ deck: 'prov', title: { sv: 'Prov', en: 'Test' }, hash: 'h', cases },
        ways: ways.map((way) => ({ way })),
        ordinary: { orders: answered.filter(({ kind }) => kind === 'ordinary').length, day: 'en dag' },
      },
      answered,
    },
  };
}
