import type { Acted, Held } from '../domain/fact.ts';
import type { Facts } from '../domain/monitor.ts';
import { recordIn, short } from './record.ts';

/** A thing as it was seen, what a step had last written of it then, and where they part for the first time. */
export interface Compared {
  readonly act: Acted;
  readonly held: Held;
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly path: string;
  readonly sent: string;
  /** Undefined where it is not there any more. */
  readonly shown: string | undefined;
}

const KNOWN = new WeakMap<Facts, readonly Compared[]>();

/** Everything that steps wrote, each time it was seen; made once for all monitors of a run. */
export function comparedIn(facts: Facts): readonly Compared[] {
  const known = KNOWN.get(facts);
  if (known !== undefined) return known;
  const { writes } = recordIn(facts);
  const told = new Set<string>();
  const made = facts.held.flatMap((held): Compared[] => {
    const acts = writes.get(held.id);
    // What somebody else has written over it is not held against the step.
    const act = acts?.findLast(({ at }) => at <= held.seenAt);
    if (act === undefined || held.tokens.some((token) => acts?.every((each) => each.token !== token)))
      return [];
    const differences = Object.entries(act.content).flatMap(([path, sent]): Difference[] => {
      const shown = held.content[path];
      const key = `${held.id} ${path}`;
      if (says(shown, sent) || told.has(key)) return [];
      told.add(key);
      return [{ path, sent, shown }];
    });
    return [{ act, held, differences }];
  });
  KNOWN.set(facts, made);
  return made;
}

const A_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** Whether a time was sent and something stands in its place. */
export const isTimeToldOtherwise = ({ sent, shown }: Difference): boolean =>
  shown !== undefined && A_TIME.test(sent);

/** A system may tell a time without its fractions. */
const says = (shown: string | undefined, sent: string): boolean =>
  shown === sent ||
  (shown !== undefined &&
    A_TIME.test(sent) &&
    A_TIME.test(shown) &&
    shown.endsWith('.000Z') &&
    sent.slice(0, 19) === shown.slice(0, 19));

/** What a difference is a kind of, whichever of several it is in. */
export const causeOf = (what: string, { path }: Difference): string =>
  `${what} ${path.replaceAll(/\[\d+\]/g, '')}`;

/** A difference as a finding tells it. */
export const toldIn = ({ path, sent, shown }: Difference) => ({
  expected: `${path.replaceAll('.length', ' (antal)')} är ${differingPart(sent, shown ?? '')}.`,
  observed: shown === undefined ? 'Den saknas.' : `Den är ${differingPart(shown, sent)}.`,
});

/** Of long texts the place where they part. */
function differingPart(text: string, other: string): string {
  if (text.length <= 80) return short(text);
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `”${from > 0 ? '…' : ''}${text.slice(from, at + 30)}${at + 30 < text.length ? '…' : ''}” (${text.length} tecken)`;
}
