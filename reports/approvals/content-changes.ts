import { diffArrays } from 'diff';
import type { ContentLine } from '../../domain/approval.ts';

/** What is otherwise than when it was approved, a sentence at a time. */
export type ContentChange =
  | { readonly kind: 'reworded'; readonly before: string; readonly after: string }
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string }
  /** The words are the same and what they come to is not: a value of a table, what a sentence does. */
  | { readonly kind: 'means'; readonly text: string; readonly values: readonly ValueChange[] };

/** A value beneath the words: where it is, and what it was and is. */
export interface ValueChange {
  readonly at: string;
  readonly before?: string;
  readonly after?: string;
}

/** The changes between what was approved and what now is, in the order of the sentences. */
export function contentChanges(
  before: readonly ContentLine[],
  after: readonly ContentLine[],
): ContentChange[] {
  const parts = diffArrays([...before], [...after], { comparator: (a, b) => a.text === b.text });
  let [at, now] = [0, 0];
  const changes: ContentChange[] = [];
  let removed: readonly ContentLine[] = [];
  const flush = (added: readonly ContentLine[]): void => {
    changes.push(...paired(removed, added));
    removed = [];
  };
  for (const { value, removed: isRemoved, added: isAdded } of parts) {
    if (isRemoved === true) {
      removed = value;
      at += value.length;
    } else if (isAdded === true) {
      flush(value);
      now += value.length;
    } else {
      flush([]);
      for (const { text } of value) {
        const values = valueChanges(before[at]?.means, after[now]?.means);
        if (values.length > 0) changes.push({ kind: 'means', text, values });
        at += 1;
        now += 1;
      }
    }
  }
  flush([]);
  return changes;
}

/** A sentence that was taken away where another was put in is the same one in other words. */
const paired = (removed: readonly ContentLine[], added: readonly ContentLine[]): ContentChange[] =>
  Array.from({ length: Math.max(removed.length, added.length) }, (_, index): ContentChange => {
    const [before, after] = [removed[index]?.text, added[index]?.text];
    if (before !== undefined && after !== undefined) return { kind: 'reworded', before, after };
    return before === undefined ? { kind: 'added', text: after ?? '' } : { kind: 'removed', text: before };
  });

function valueChanges(before: unknown, after: unknown): ValueChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((at) => {
    const [was, is] = [old.get(at), now.get(at)];
    if (was === is) return [];
    return [
      { at, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}

/** 'activity.values.heartRate' → '120' */
function leavesOf(value: unknown, at: readonly string[] = []): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? new Map() : new Map([[at.join('.'), String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, [...at, key])]));
}
