import type { Acted } from '../domain/fact.ts';
import type { Facts } from '../domain/monitor.ts';
import { recordIn } from './record.ts';

/** What a step wrote and whom the record names as the one who did it. */
export interface Signed {
  readonly id: string;
  readonly act: Acted;
  readonly author: string | undefined;
}

/** All that was written in somebody's name, as the record holds it. */
export function signedIn(facts: Facts): readonly Signed[] {
  const { last, writes } = recordIn(facts);
  return [...writes].flatMap(([id, [act]]) => {
    const author = last.get(id)?.author;
    return act === undefined || act.author === undefined || !last.has(id) ? [] : [{ id, act, author }];
  });
}

/** What each account is called in most of what it wrote, where no other account is called that. */
export function namesIn(signed: readonly Signed[]): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { act, author } of signed) {
    if (author === undefined) continue;
    const own = votes.get(act.account) ?? new Map<string, number>();
    own.set(author, (own.get(author) ?? 0) + 1);
    votes.set(act.account, own);
  }
  const names = [...votes].flatMap(([account, own]) => {
    const [most] = [...own].sort(([, a], [, b]) => b - a);
    return most === undefined ? [] : [{ account, name: most[0], times: most[1] }];
  });
  return new Map(
    names
      .filter(
        (each) =>
          !names.some((other) => other !== each && other.name === each.name && other.times > each.times),
      )
      .map(({ account, name }) => [account, name]),
  );
}
