/** One flow instance of a red run, as far as guessing is helped by it. */
export interface Suspect {
  readonly instance: string;
  /** CareFlow.id */
  readonly flow: string;
  /** When it came, on the day's clock. */
  readonly at: number;
}

/**
 * All instances, those that most likely show a cause first: where it was seen, then others of the same flows, which do the same
 * things, then the rest; in each group those that came closest in time to where it was first seen.
 * @param all in the order in which they came
 * @param seen instances in which the run showed it
 */
export function mostSuspectFirst<S extends Suspect>(
  all: readonly S[],
  seen: readonly string[],
): readonly S[] {
  const first = all.find(({ instance }) => seen.includes(instance));
  const flows = new Set(all.filter(({ instance }) => seen.includes(instance)).map(({ flow }) => flow));
  const rank = ({ instance, flow }: Suspect): number =>
    seen.includes(instance) ? 0 : flows.has(flow) ? 1 : 2;
  const distance = ({ at }: Suspect): number => (first === undefined ? 0 : Math.abs(at - first.at));
  return all.toSorted((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}
