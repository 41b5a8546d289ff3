import type { Logged } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { namesIn, signedIn } from '../authors.ts';

/**
 * Every entry of the log tells as much of who it was as the others of that account do: the account, the number of the
 * member of staff, the name. What an account signs with must be among it, where the log writes that of anybody.
 */
export const monitor: Monitor = {
  id: 'log-tells-who',
  kind: 'kept',
  sv: 'Varje rad i loggen säger lika fullständigt vem av personalen det var',
  en: 'Every entry of the log tells as fully who of the staff it was',
  source: 'HSLF-FS 2016:40, 4 kap. 9 §: användarens identitet',
  needs: 'audit',
  judge(facts) {
    const { accessed, logged } = facts;
    const own = new Set(accessed.map(({ account }) => account));
    const signed = namesIn(signedIn(facts).filter(({ act }) => act.role !== 'patient'));
    const numbers = new Set(
      logged.flatMap(({ account, who }) => who.filter((each) => each === signed.get(account))),
    );
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const [account, entries] of Map.groupBy(logged, ({ account: of }) => of)) {
      if (!own.has(account)) continue;
      lookedAt += entries.length;
      const signs = signed.get(account);
      const told = new Set([
        ...entries.flatMap(({ who }) => who),
        ...(signs && numbers.size > 0 ? [signs] : []),
      ]);
      for (const entry of entries.filter((each) => lacks(each, told))) {
        findings.push({
          component: 'access',
          cause: 'who is told in part',
          expected: 'I loggen står vem det var: konto, tjänste-id och namn.',
          observed: `I en rad saknas ${[...told].filter((each) => !entry.who.includes(each)).length} av ${told.size} uppgifter om vem det var.`,
          reference: entry.what,
        });
      }
    }
    return { lookedAt, findings };
  },
};

const lacks = ({ who }: Logged, told: ReadonlySet<string>): boolean =>
  [...told].some((each) => !who.includes(each));
