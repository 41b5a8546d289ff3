/** What stops in a drill, or is left: its way in, a part of it, the machine beneath, or the new system altogether. */
export type DrillStops = 'system' | 'network' | 'sign-in' | 'laboratory' | 'failover' | 'roll-back';

/** What is written in a drill: a measurement, a dose that was given, an order to the laboratory, or the answer to one. */
export type DrillWhat = 'measurement' | 'dose' | 'order' | 'answer';

/** Something that is to stand in a system once, as it is here. */
export interface DrillFact {
  /** The number of its form; unique in the drill, and written into the system with it. Of an answer, of the order that it answers. */
  readonly number: string;
  /** Who it is about, by the drill's own name for them: 'p0'. */
  readonly patient: string;
  /** Beats per minute, tablets, or what the laboratory found. */
  readonly value: number;
  /** When it was done, epoch milliseconds. */
  readonly at: number;
}

/** Of a drill: which one; its name is unique in its run. */
interface OfDrill {
  readonly drill: string;
}

/** A drill begins: all that a report must know beside what happened. */
export interface DrillOpened extends OfDrill {
  readonly type: 'drill-opened';
  readonly sv: string;
  readonly en: string;
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
  readonly stops: DrillStops;
  /** Seconds; a list is printed only before what is known to come. */
  readonly limits: { readonly recoverWithin: number; readonly listAtMost?: number };
  readonly patients: number;
  /** Where its figures come from, or the word assumption. */
  readonly source: string;
  /** Of a roll-back: what the system is called that is gone back to. */
  readonly back?: string;
}

type DrillMoment = 'printed' | 'read-only' | 'stopped' | 'over' | 'recovered';

/** The drill comes so far; of what never recovered there is no moment. */
export interface DrillCame extends OfDrill {
  readonly type: 'drill-came';
  readonly moment: DrillMoment;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A line of the list that was printed: what the system itself knew of somebody. */
export interface DrillListed extends OfDrill, DrillStanding {
  readonly type: 'drill-listed';
  readonly number: string;
}

type DrillPhase = 'before' | 'read-only' | 'edge' | 'down' | 'back-entry' | 'after';

/** What became of a write, as the one who wrote it knows; what nobody was told of is unknown. */
export type DrillTold = 'accepted' | 'refused' | 'unknown';

/** Something was written, or tried. The same may be written again: what counts of its being told is the last. */
export interface DrillWrote extends OfDrill, DrillFact {
  readonly type: 'drill-wrote';
  readonly what: DrillWhat;
  readonly when: DrillPhase;
  readonly told: DrillTold;
  /** The handle that the system gave on it. */
  readonly reference?: string;
}

/** Something was brought into the system so that the drill could be held, or was found there afterwards: its handles. */
interface DrillMade extends OfDrill {
  readonly type: 'drill-made';
  readonly made: readonly string[];
}

/** Something was to be read while little could be. */
export interface DrillRead extends OfDrill {
  readonly type: 'drill-read';
  readonly when: 'read-only' | 'down';
  readonly ok: boolean;
}

/** A form was filled in while nothing could be written, or made void. */
export interface DrillPaper extends OfDrill, DrillFact {
  readonly type: 'drill-paper';
  readonly what: DrillWhat;
  readonly isVoid: boolean;
}

/** A dose that was to be given to somebody, whether it was or not. */
export interface DrillDue extends OfDrill {
  readonly type: 'drill-due';
  readonly patient: string;
  readonly at: number;
  /** The number of its form, where it was given; else it is a gap that is to be found. */
  readonly given?: string;
}

/** One of what stands under a number, as far as the system tells of it; of somebody unknown to the drill by the system's handle. */
export interface DrillStanding {
  readonly patient: string;
  readonly value?: number;
  readonly at?: number;
}

/** What stands in the system afterwards under a number. */
export interface DrillFound extends OfDrill {
  readonly type: 'drill-found';
  readonly what: DrillWhat;
  readonly number: string;
  /** Absent where the system did not tell. */
  readonly found?: readonly DrillStanding[];
  /** Of a laboratory: how often the order stood there to be done, after all had been; absent where nobody could look. */
  readonly waiting?: number;
}

/** All doses of somebody that the system shows afterwards, whoever entered them; absent where it did not tell. */
export interface DrillDoses extends OfDrill {
  readonly type: 'drill-doses';
  readonly patient: string;
  readonly at?: readonly number[];
}

/** The drill has come to its end. */
interface DrillClosed extends OfDrill {
  readonly type: 'drill-closed';
}

export type DrillEvent =
  | DrillOpened
  | DrillCame
  | DrillListed
  | DrillWrote
  | DrillMade
  | DrillRead
  | DrillPaper
  | DrillDue
  | DrillFound
  | DrillDoses
  | DrillClosed;

/** Whether an event tells of a drill. */
export const isDrillEvent = (event: { readonly type: string }): event is DrillEvent =>
  event.type.startsWith('drill-');
