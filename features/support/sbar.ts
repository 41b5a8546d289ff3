import type { Sbar } from '../../domain/activities/documentation.ts';
import { rowsOf } from './table-rows.ts';

const ROWS = ['situation', 'bakgrund', 'aktuellt', 'rekommendation'] as const;

/** A step's SBAR table, one row a heading. */
export function sbarFrom(table: readonly (readonly string[])[]): Sbar {
  const { situation, bakgrund, aktuellt, rekommendation } = rowsOf(table, ROWS);
  return { situation, background: bakgrund, assessment: aktuellt, recommendation: rekommendation };
}
