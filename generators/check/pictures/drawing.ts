import type { Picture } from '../report.ts';
import type { CheckContext, Observer } from '../rule.ts';

/** Watches a population in order to draw it. */
interface Drawing<Given> extends Observer<Given> {
  draw(): Picture;
}

export type MakeDrawing<Given = unknown> = (context: CheckContext) => Drawing<Given>;

export const zeros = (count: number): number[] => new Array(count).fill(0);

/** Adds the numbers of a shard to the sums. */
export function addTo(sums: number[], given: readonly number[]): void {
  for (const [place, value] of given.entries()) sums[place] = (sums[place] ?? 0) + value;
}
