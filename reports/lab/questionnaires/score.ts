/** What one person's answers to a questionnaire come to. */
export interface Score {
  /** 0 to 100. */
  readonly value: number;
  /** How many items had no answer and count as the middle of their scale. */
  readonly supposed: number;
}
