import type { InputPosition } from '../../domain/input-error.ts';

/** The roles by which a part of a page can be told, as ARIA names them. */
export type PartRole =
  | 'alert'
  | 'alertdialog'
  | 'article'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'columnheader'
  | 'combobox'
  | 'dialog'
  | 'form'
  | 'group'
  | 'heading'
  | 'link'
  | 'list'
  | 'listbox'
  | 'listitem'
  | 'main'
  | 'menuitem'
  | 'navigation'
  | 'note'
  | 'option'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'search'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'table'
  | 'tabpanel'
  | 'textbox';

/** A part of a page, as somebody who cannot see it is told of it: a role and a name, a field's label, or words. */
export interface Part {
  readonly role?: PartRole;
  readonly name?: string;
  readonly label?: string;
  /** Whole words that stand somewhere. */
  readonly text?: string;
  /** The part that it stands in: a landmark, a form, or the row with these cells. */
  readonly in?: Scope;
}

export interface Scope {
  readonly role?: PartRole;
  readonly name?: string;
  readonly row?: Cells;
}

/** What cells of a row say, by the headings of their columns. */
export type Cells = Readonly<Record<string, string>>;

/** One thing that is done in a page; each has one key. */
export interface Step {
  /** To an address within the client. */
  readonly go?: string;
  readonly find?: 'patient';
  readonly click?: Part;
  /** The click that writes something. */
  readonly send?: Part;
  readonly fill?: Part & { readonly with: string };
  readonly choose?: Part & { readonly option: string };
  readonly check?: Part;
  readonly uncheck?: Part;
  readonly press?: Part & { readonly key: string };
  readonly see?: Part;
}

export type Verb = keyof Step;

/** When a page is known to be there with all that it shows; what is not seen before that is not known not to be there. */
export interface Whole {
  readonly seen?: Part;
  /** Words with {count} in them: how many rows the page itself says that there are. */
  readonly counts?: readonly string[];
  /** What the page shows in place of a table without rows. */
  readonly empty?: Part;
}

/** What is looked for in a page, and the way there. */
export interface Look {
  readonly look: readonly Step[];
  /** The rows that are meant. */
  readonly rows?: Cells;
  /** What those rows must say. */
  readonly cells?: Cells;
  /** How many there must be; at least one where nothing is said. */
  readonly count?: number;
  readonly shows?: Part;
  readonly absent?: Part;
  readonly whole: Whole;
}

/** Where what was written must be read; `keep` is the column with the number that later steps know it by. */
type ReadBack = Omit<Look, 'count' | 'absent'> & { readonly keep?: string };

/** How a task is done. */
export interface Doing {
  readonly do: readonly Step[];
  /** What the page says when it was taken. */
  readonly saved: Part;
  /** What the page says no with. */
  readonly refused?: Part;
  readonly readBack: ReadBack;
}

/** A web client told by what its pages are called by those who use them; docs/how-to/screens.md. */
export interface Screens {
  readonly decimal?: ',' | '.';
  /** What the client calls what Genrep's areas call something else, by the activity's field. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the first page says which version it is: 'Version {version}'. */
  readonly version?: string;
  readonly signIn?: { readonly steps: readonly Step[]; readonly done: Part; readonly refused?: Part };
  readonly patient: {
    readonly find: readonly Step[];
    readonly found: Part;
    readonly missing: Part;
    /** How a person is made known; without it the api does that, or they are known already. */
    readonly add?: { readonly do: readonly Step[]; readonly saved: Part };
  };
  readonly activities: Readonly<Record<string, Doing | Look>>;
}

/** The same, with where everything in it stands written. */
export interface WrittenScreens {
  readonly file: string;
  readonly screens: Screens;
  /** By the keys on the way to it, joined by '/'. */
  placeOf(path: readonly (string | number)[]): InputPosition;
}

export const isDoing = (activity: Doing | Look): activity is Doing => 'do' in activity;
