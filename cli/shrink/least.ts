import { ddmin, type Shows } from './ddmin.ts';

/**
 * The least of something that still shows. Halves first (QuickXplain, Junker 2004), which takes about half as many runs as delta
 * debugging where several things are wrong only together (of a thousand, three: 39 against 122); then delta debugging of what is
 * left, since halving believes that more of something shows whatever less of it does.
 * @param all what shows
 */
export async function least<T>(all: readonly T[], shows: Shows<T>): Promise<readonly T[]> {
  let smallest = all;
  const inOrder = async (part: readonly T[]): Promise<boolean> => {
    const ordered = all.filter((each) => part.includes(each));
    const shown = await shows(ordered);
    if (shown && ordered.length < smallest.length) smallest = ordered;
    return shown;
  };
  const halved = await halve([], all, inOrder);
  await inOrder(halved);
  return ddmin(smallest, shows);
}

/** What of the candidates must be there beside what is there for it to show. */
async function halve<T>(
  there: readonly T[],
  candidates: readonly T[],
  shows: Shows<T>,
): Promise<readonly T[]> {
  if (there.length > 0 && (await shows(there))) return [];
  if (candidates.length < 2) return candidates;
  const middle = candidates.length >> 1;
  const first = candidates.slice(0, middle);
  const later = await halve([...there, ...first], candidates.slice(middle), shows);
  return [...(await halve([...there, ...later], first, shows)), ...later];
}
