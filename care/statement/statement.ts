import type { UnitKind } from '../../domain/role.ts';

/** A certificate, notification or report, as the activity that sends one carries it along. */
export interface Statement {
  /** 'läkarintyg för sjukpenning' */
  readonly word: string;
  /** Genrep's own code: 'sick-leave-certificate'. */
  readonly code: string;
  /** The kind of unit that it is to. */
  readonly to: UnitKind;
  /** What it must say, in the order that it is read. */
  readonly rows: readonly string[];
}

/** 'Diagnos', as forms and messages have the row 'diagnos'. */
export const labelOf = (row: string): string => row.charAt(0).toUpperCase() + row.slice(1);
