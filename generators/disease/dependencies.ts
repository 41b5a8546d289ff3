import type { CompiledModule, CompiledState, CompiledWho, Rated } from './compile.ts';

/**
 * These modules and all that can change their course, by position. What such modules do is the same whether or not the
 * others are lived beside them: draws are keyed by module, and only the diseases that a module asks for move it. The
 * one exception is death, which ends them all.
 */
export function withDependencies(
  modules: readonly CompiledModule[],
  wanted: Iterable<number>,
): ReadonlySet<number> {
  const found = new Set(wanted);
  // A set goes on with what is added while it is walked through.
  for (const index of found) {
    const module = modules[index];
    if (module !== undefined) for (const other of askedFor(module)) found.add(other);
  }
  return found;
}

function* askedFor({ onset, states }: CompiledModule): Generator<number> {
  yield* ofWho(onset.who);
  if (onset.kind === 'rate') yield* ofRate(onset);
  for (const state of states) yield* ofState(state);
}

function* ofState({ writes, shares, rates }: CompiledState): Generator<number> {
  for (const { who } of [...writes, ...shares, ...rates]) yield* ofWho(who);
  for (const rate of rates) yield* ofRate(rate);
}

function* ofWho(who: CompiledWho | undefined): Generator<number> {
  if (who?.has !== undefined) yield who.has;
  if (who?.hasNot !== undefined) yield who.hasNot;
}

function* ofRate({ factors }: Rated): Generator<number> {
  for (const { module } of factors) yield module;
}
