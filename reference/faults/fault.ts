/** What is known where a fault may strike: the test ordered, the role that reads, the kind of unit. */
export type Facts = Readonly<Record<string, string | boolean>>;

/** A way for the environment to go wrong, as a file of catalogue/ describes it; each is drawn from a real go-live. */
export interface Fault {
  readonly name: string;
  readonly sv: string;
  readonly en: string;
  /** Where it happened: an item of the fault catalogue in docs/sources.md, or 'assumption'. */
  readonly source: string;
  /** Ids of the requirements that it must turn red. */
  readonly requirements: readonly string[];
  /** It strikes the first of every so many that it could strike. */
  readonly every: number;
  /** Name of the workflow it sits in. */
  readonly workflow: string;
  /** It can strike where every fact named here has this value, or one of these. */
  readonly selector: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** How much later something happens or is seen. */
  readonly delaySeconds?: number;
  /** It shows only when many work at once: a flow played by itself never meets it. */
  readonly foundBy?: 'load';
}

/** The faults that are switched on in one process. */
export interface Faults {
  /** As they were asked for, to be handed on to another process: 'order-lost=1/3'. */
  readonly specifications: readonly string[];
  /**
   * The fault, when it is switched on, its selector matches these facts and it is this one's turn. A `subject` that
   * was asked about before gets the answer it got then.
   */
  strikes(name: string, facts: Facts, subject?: string): Fault | undefined;
}
