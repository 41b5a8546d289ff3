import type { Sbar } from '../../domain/activities/documentation.ts';

/** A step's SBAR table, one row a heading. */
export function sbarFrom(rows: Readonly<Record<string, string>>): Sbar {
  const cell = (name: string): string => {
    const text = rows[name];
    if (text === undefined) throw new Error(`SBAR-tabellen saknar raden "${name}"`);
    return text;
  };
  return {
    situation: cell('situation'),
    background: cell('bakgrund'),
    assessment: cell('aktuellt'),
    recommendation: cell('rekommendation'),
  };
}
