import type { Effect } from './operator.ts';
import type { Place } from './places.ts';

/** What is known where a fault may strike: the role that reads, the kind of unit, the kind of resource. */
export type Facts = Readonly<Record<string, string | boolean | number | undefined>>;

/** What goes wrong for those who work there; the words by which a finding is judged to name the fault rightly. */
export const KINDS = [
  'whose',
  'how-many',
  'to-whom',
  'what',
  'when',
  'may',
  'kept',
  'same',
  'together',
  'no-answer',
] as const;

/** Where it goes wrong. */
export const COMPONENTS = ['api', 'page', 'message', 'laboratory', 'access', 'time', 'load'] as const;

/** How often, and when, a fault strikes. */
export interface Dose {
  /** The first of every so many that it could strike. */
  readonly every: number;
  /** Once it has struck it strikes everything for so many seconds. */
  readonly lasts?: number;
  /** Not before the environment has been up for so many seconds. */
  readonly fromSecond?: number;
  /** Not before the chance of this number; the first is 1. */
  readonly fromChance?: number;
  /** Only while more than so many requests are under way at once. */
  readonly aboveLoad?: number;
  /** At most so many times. */
  readonly times?: number;
}

/** A value that something must have: this, one of these, or anything else. */
export type Wanted =
  | string
  | boolean
  | number
  | readonly (string | boolean | number)[]
  | { readonly not: string | boolean | number | readonly (string | boolean | number)[] };

/** A way for the environment to go wrong, as a file of catalogue/ describes it. */
export interface Fault {
  readonly name: string;
  readonly sv: string;
  readonly en: string;
  /** Where it happened: an item of the fault catalogue in docs/sources.md, or 'assumption'. */
  readonly source: string;
  /** Absent where nothing is wrong. */
  readonly kind?: (typeof KINDS)[number];
  readonly component?: (typeof COMPONENTS)[number];
  /** Ids of the requirements that it must turn red, as far as there are any. */
  readonly requirements: readonly string[];
  readonly dose: Dose;
  /** It can strike where every fact named here has this value, or one of these. */
  readonly selector: Readonly<Record<string, Wanted>>;
  /** And where what the thing itself says, by the way to it, has this value. */
  readonly content: Readonly<Record<string, Wanted>>;
  /** Where it strikes and what is done there; absent where a workflow knows the fault by its name. */
  readonly place?: Place;
  readonly operator?: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Name of the workflow that knows the fault by its name. */
  readonly workflow?: string;
  /** It shows only when many work at once, only on pages, only where there is an archive of pictures, or only to the deck of decision support or the matrix of access: a flow played by itself by api never meets it. */
  readonly foundBy?: 'load' | 'page' | 'deck' | 'access' | 'imaging';
  /** Whether it is one of those that were written by somebody who does not know what Genrep looks for. */
  readonly blind: boolean;
  /** A legitimate oddity: whoever plays it must find nothing. */
  readonly benign: boolean;
}

/** What comes of a thing that a fault struck. */
export type Passed<T> = Omit<Effect, 'things'> & { readonly things: readonly T[] };

/** What a place knows beside the thing itself. */
export interface Surroundings {
  /** The version before, where there is one. */
  readonly earlier?: () => object | undefined;
  /** What is told apart from others when turns are taken; the same subject always gets the same answer. */
  readonly subject?: string;
}

/** The faults that are switched on in one process. */
export interface Faults {
  /** As they were asked for, to be handed on to another process: 'order-lost=1/3'. */
  readonly specifications: readonly string[];
  /** File to which every strike is written, to be handed on likewise. */
  readonly record?: string;
  /**
   * The fault, when it is switched on, its selector matches these facts and it is this one's turn. A `subject` that
   * was asked about before gets the answer it got then.
   */
  strikes(name: string, facts: Facts, subject?: string): Fault | undefined;
  /** What becomes of a thing that passes a place; undefined when it passes as it is. */
  pass<T extends object>(
    place: Place,
    thing: T,
    facts: Facts,
    surroundings?: Surroundings,
  ): Passed<T> | undefined;
  /** Whether anything is planted at a place. */
  isPlanted(place: Place): boolean;
  /** Does something later, unless the environment is closed before. */
  later(seconds: number, work: () => void | Promise<void>): void;
  close(): void;
}

/** Faults that are planted and lifted while the environment works. */
export interface SwitchableFaults extends Faults {
  /**
   * From now on this one is switched on.
   * @throws {FaultError} for an unknown name or an impossible dose
   */
  plant(specification: string): void;
  /** From now on it is not, whatever dose it had. */
  lift(specification: string): void;
  /** Told of what is planted and lifted from now on, to hand it on to another process. */
  onSwitch(told: (change: FaultSwitch) => void): void;
}

export interface FaultSwitch {
  readonly plant?: string;
  readonly lift?: string;
}
