/** Whether a part shows what is looked for. Rejects when it may not be asked any more. */
export type Shows<T> = (part: readonly T[]) => Promise<boolean>;

/**
 * Delta debugging (Zeller and Hildebrandt 2002, "Simplifying and Isolating Failure-Inducing Input", ddmin): leaves out as much
 * as can be left out of something that shows, in smaller and smaller pieces, until no single thing more can be spared.
 * Order is kept. Only parts that were seen to show are gone on with, so that what seldom shows makes the answer larger, never
 * wrong.
 * @param all what shows
 */
export async function ddmin<T>(all: readonly T[], shows: Shows<T>): Promise<readonly T[]> {
  let left = all;
  let pieces = 2;
  while (left.length > 1) {
    const parts = inPieces(left, pieces);
    const smaller = (await firstThat(parts, shows)) ?? (await firstThat(withoutEach(parts), shows));
    if (smaller !== undefined) {
      pieces = parts.includes(smaller) ? 2 : Math.max(pieces - 1, 2);
      left = smaller;
    } else if (pieces >= left.length) break;
    else pieces = Math.min(pieces * 2, left.length);
  }
  return left;
}

function inPieces<T>(all: readonly T[], pieces: number): readonly (readonly T[])[] {
  const at = (piece: number): number => Math.floor((piece * all.length) / pieces);
  return Array.from({ length: pieces }, (_, piece) => all.slice(at(piece), at(piece + 1)));
}

/** Of two pieces each is what the other leaves. */
const withoutEach = <T>(parts: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  parts.length === 2 ? [] : parts.map((part) => parts.filter((other) => other !== part).flat());

async function firstThat<T>(
  parts: readonly (readonly T[])[],
  shows: Shows<T>,
): Promise<readonly T[] | undefined> {
  for (const part of parts) if (await shows(part)) return part;
  return undefined;
}

/** So often is a part played that does not show, for one that shows with this probability to be seen in 99 of 100. */
export const repeatsFor = (probability: number): number =>
  probability >= 1 ? 1 : Math.ceil(Math.log(0.01) / Math.log(1 - probability));
