import type { Facts } from './fault.ts';
import type { Place } from './places.ts';

/** Something that passes a place, as plain JSON. */
export type Thing = Readonly<Record<string, unknown>>;

/** What an operator makes of a thing. */
export interface Effect {
  /** What goes on instead; none: it is lost on the way. */
  readonly things: readonly Thing[];
  readonly afterSeconds?: number;
  /** What happens to it afterwards. */
  readonly afterwards?: { readonly seconds: number; readonly what: 'remove' | 'restore' };
  /** Of a request: what is answered instead. */
  readonly answer?: {
    readonly status: number;
    readonly retryAfter?: number;
    /** The request is done all the same. */
    readonly done: boolean;
  };
}

export interface Context {
  readonly place: Place;
  readonly facts: Facts;
  /** What the fault's data says under `with`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What passed here before and the fault could strike, the latest first. */
  readonly met: readonly Thing[];
  /** Whatever passed there and is about somebody, the latest first. */
  readonly people: readonly Thing[];
  /** When one of them passed; epoch milliseconds. */
  metAt(thing: Thing): number;
  /** The version before, where there is one. */
  earlier(): Thing | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One way to go wrong, at whatever place it can. One file in operators/ each. */
export interface Operator {
  readonly name: string;
  /** What it does, for README.md. */
  readonly does: string;
  readonly places: readonly Place[];
  /** JSON Schema of each option. */
  readonly options: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  /** Pure; undefined where it cannot do anything with this thing, which then takes no turn. */
  apply(thing: Thing, context: Context): Effect | undefined;
}
