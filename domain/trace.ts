/** What somebody else's list says that the system must do, or what patients say they will meet. */
export interface ListedItem {
  readonly id: string;
  readonly text: string;
  /** As the list has it: 'Ska', 'Bör'. */
  readonly priority?: string;
}

/** What an item of a list is shown by, as somebody who has read it says. */
interface TraceLine {
  /** ListedItem.id */
  readonly id: string;
  /** Requirements of ours that say the same. */
  readonly requirements?: readonly string[];
  /** Flows, or features, that show it directly. */
  readonly flows?: readonly string[];
  /** Why no flow can show it: a contract, a building. */
  readonly notHere?: string;
}

/** What a list is of. */
export type ListKind = 'requirements' | 'patient-scenarios';

/** A list of somebody else's, and what each of its items is shown by. */
export interface TraceFile {
  readonly title: string;
  readonly kind: ListKind;
  /** The list, .csv, .reqif or .reqifz, from where this file lies. */
  readonly list: string;
  /** What the list calls its columns, or a ReqIF its attributes. */
  readonly columns: { readonly id: string; readonly text: string; readonly priority?: string };
  readonly source: string;
  readonly traces: readonly TraceLine[];
}
