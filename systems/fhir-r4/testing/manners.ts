import type { Manner } from './manner.ts';
import { answers } from './manners/answers.ts';
import { clocks } from './manners/clocks.ts';
import { lists } from './manners/lists.ts';
import { pages } from './manners/pages.ts';
import { versions } from './manners/versions.ts';
import { waiting } from './manners/waiting.ts';
import { writing } from './manners/writing.ts';

/** How FHIR servers behave: each one was met or is allowed, and each is a switch of the small server. */
export const MANNERS: readonly Manner[] = [
  ...waiting,
  ...versions,
  ...pages,
  ...lists,
  ...answers,
  ...writing,
  ...clocks,
];

/** The manner of this name. */
export function mannerOf(name: string): Manner {
  const manner = MANNERS.find((each) => each.name === name);
  if (manner === undefined) throw new Error(`No manner is called ${name}.`);
  return manner;
}
