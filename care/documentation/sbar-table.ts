import { rowsOf } from '../../features/support/table-rows.ts';
import type { Sbar } from './activities.ts';

const ROWS = ['situation', 'bakgrund', 'aktuellt', 'rekommendation'] as const;

/** A step's SBAR table, one row a heading. */
export function sbarFrom(table: readonly (readonly string[])[]): Sbar {
  const { situation, bakgrund, aktuellt, rekommendation } = rowsOf(table, ROWS);
  return { situation, background: bakgrund, assessment: aktuellt, recommendation: rekommendation };
}
