import type { Dependencies } from './dependencies.ts';

/** All that there is, each after all that it waits for. Throws where something waits for itself. */
export function inTurn(dependencies: Dependencies): string[] {
  const order = new Set<string>();
  const circle = walk(dependencies, (key) => order.add(key));
  if (circle !== undefined) throw new Error(`Waits for itself: ${circle.join(' → ')}.`);
  return [...order];
}

/** A way from something back to itself; none where everything can be done in turn. */
export const circleIn = (dependencies: Dependencies): readonly string[] | undefined =>
  walk(dependencies, () => undefined);

/** Depth first; what is under way and is met again closes a circle. */
function walk(dependencies: Dependencies, done: (key: string) => void): readonly string[] | undefined {
  const state = new Map<string, 'under-way' | 'done'>();
  const visit = (key: string, way: readonly string[]): readonly string[] | undefined => {
    if (state.get(key) === 'done') return undefined;
    if (state.get(key) === 'under-way') return [...way.slice(way.indexOf(key)), key];
    state.set(key, 'under-way');
    for (const before of dependencies.get(key) ?? []) {
      const circle = visit(before, [...way, key]);
      if (circle !== undefined) return circle;
    }
    state.set(key, 'done');
    done(key);
    return undefined;
  };
  for (const key of dependencies.keys()) {
    const circle = visit(key, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
