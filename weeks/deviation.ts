import type { SafetyClass } from '../domain/care-flow.ts';

/** Where in an incoming file something stood. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A deviation as it was reported in the first weeks. Times are epoch milliseconds. */
export interface ReportedDeviation {
  readonly id: string;
  readonly reported: number;
  /** The Swedish day of it, 'YYYY-MM-DD'. */
  readonly day: string;
  /** Absent while it is open. */
  readonly closed?: number;
  /** When what is told here was last true, as its source says. */
  readonly updated: number;
  readonly class: SafetyClass;
  /** WeekUnit.key */
  readonly unit: string;
  readonly text: string;
  /** A role or a team; absent where nobody owns it. */
  readonly owner?: string;
  readonly cause?: string;
  /** A key that tells patients apart and not who they are. */
  readonly patient?: string;
  readonly from: Place;
}

/** How many contacts with patients a unit had on one day: what deviations are counted against. */
export interface Contacts {
  /** 'YYYY-MM-DD', Swedish calendar. */
  readonly day: string;
  /** When the day is over, epoch milliseconds. */
  readonly ends: number;
  readonly unit: string;
  readonly contacts: number;
  readonly from: Place;
}

/** All that has come in. */
export interface Incoming {
  /** One for each id, as it was last told, the first reported first; none from before the start. */
  readonly deviations: readonly ReportedDeviation[];
  /** How many were reported before the start, and are not counted. */
  readonly before: number;
  /** One for each unit and day. */
  readonly contacts: readonly Contacts[];
  /** Deviations that a later telling gave a milder class than an earlier one. */
  readonly milder: readonly { readonly id: string; readonly from: SafetyClass; readonly to: SafetyClass }[];
  /** Files that were read. */
  readonly files: readonly IncomingFile[];
  /** Files that were left alone, as they are neither CSV nor NDJSON. */
  readonly ignored: readonly string[];
}

/** A file that was read. */
interface IncomingFile {
  readonly name: string;
  /** When it was last written, epoch milliseconds. */
  readonly written: number;
  readonly deviations: number;
  readonly contacts: number;
}
