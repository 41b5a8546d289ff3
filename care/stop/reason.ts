/** Why an attempt must be refused, as the question carries it along. */
export interface Reason {
  /** The end of 'eftersom …': 'diagnosen saknas'. */
  readonly word: string;
  /** Beginnings of words of which such a no holds one, in lower case. */
  readonly says: readonly string[];
  /** What the system does by itself, by its name. */
  readonly workflow: string;
}
