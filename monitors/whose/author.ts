import type { Acted } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** Who did it is who was signed in. How a system writes that is learnt from what it writes most often of each account. */
export const monitor: Monitor = {
  id: 'author',
  kind: 'whose',
  sv: 'Den som har gjort något står som den som gjorde det',
  en: 'Who did something is named as the one who did it',
  source: 'Patientdatalagen (2008:355), 3 kap. 6 §: uppgift om vem som har gjort en viss anteckning',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const signed = [...writes].flatMap(([id, [act]]) => {
      const author = last.get(id)?.author;
      return act === undefined || act.author === undefined || !last.has(id) ? [] : [{ id, act, author }];
    });
    const known = namesOf(signed);
    const findings: Finding[] = [];
    for (const { id, act, author } of signed) {
      if (author !== undefined && (author === act.author || author === known.get(act.account))) continue;
      findings.push({
        ...stepOf(act),
        component: last.get(id)?.component ?? 'api',
        cause: `${act.what} author`,
        expected: `${act.what} är undertecknad av den som var inloggad (${act.role ?? 'okänd roll'}).`,
        observed:
          author === undefined
            ? 'Ingen står som den som gjorde det.'
            : 'Någon annan står som den som gjorde det.',
        reference: id,
      });
    }
    return { lookedAt: signed.length, findings };
  },
};

interface Signed {
  readonly act: Acted;
  readonly author: string | undefined;
}

/** What each account is called in most of what it wrote, where no other account is called that. */
function namesOf(signed: readonly Signed[]): ReadonlyMap<string, string> {
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
