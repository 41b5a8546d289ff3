import type { WriteRules } from '../../mapping.ts';
import { copyOf } from '../copy.ts';
import { at, type ElementPath, holds, insert, pathOf, put, take } from './path.ts';
import type { Words } from './words.ts';

/** How the elements of one type of resource are said, and heard again. */
export interface ElementRules {
  /** Into the system's words; the resource is the caller's own. */
  readonly out: (resource: object) => void;
  /** Back into the areas'. */
  readonly back: (resource: object) => void;
}

interface Rule {
  readonly out: (resource: object) => void;
  readonly back?: (resource: object) => void;
}

/**
 * Values are replaced where the area wrote them, then moved; what is added comes last and is the first to go.
 * @param words out of the system's words, which values of rules may be written in, into the areas'
 */
export function elementRules(
  { replace = [], remove = [], move = [], set = [] }: WriteRules,
  words: Words,
): ElementRules {
  const own = (value: unknown): unknown => {
    const copy = copyOf(value);
    words.within(copy);
    return copy;
  };
  const rules: readonly Rule[] = [
    ...replace.map(({ path, from, to }) => replacing(pathOf(path), own(from), own(to))),
    ...remove.map((path) => removing(pathOf(path))),
    ...move.map(({ from, to }) => moving(pathOf(from), pathOf(to))),
    ...set.map(({ path, value }) => setting(pathOf(path), own(value))),
  ];
  const turned = rules.toReversed();
  return {
    out: (resource) => {
      for (const rule of rules) rule.out(resource);
    },
    back: (resource) => {
      for (const rule of turned) rule.back?.(resource);
    },
  };
}

const replacing = (path: ElementPath, from: unknown, to: unknown): Rule => ({
  out: (resource) => swap(resource, path, from, to),
  back: (resource) => swap(resource, path, to, from),
});

function swap(resource: object, path: ElementPath, from: unknown, to: unknown): void {
  const there = at(resource, path);
  if (there !== undefined && holds(there, from)) put(resource, path, copyOf(to));
}

const removing = (path: ElementPath): Rule => ({ out: (resource) => void take(resource, path) });

const moving = (from: ElementPath, to: ElementPath): Rule => ({
  out: (resource) => carry(resource, from, to),
  back: (resource) => carry(resource, to, from),
});

function carry(resource: object, from: ElementPath, to: ElementPath): void {
  const value = take(resource, from);
  if (value !== undefined) insert(resource, to, value);
}

const setting = (path: ElementPath, value: unknown): Rule => ({
  out: (resource) => put(resource, path, copyOf(value)),
  back: (resource) => {
    if (holds(at(resource, path), value)) take(resource, path);
  },
});
