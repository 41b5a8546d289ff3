import type { Accessed, Logged } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { CLOCKS_APART } from '../../domain/time.ts';

/** Every time a record was opened or written in, or was to be, stands in the log, with who, whose, when and how it went. */
export const monitor: Monitor = {
  id: 'logged',
  kind: 'kept',
  sv: 'Varje gång en journal öppnas eller ändras står det i loggen: vem, vems och när',
  en: 'Every time a record is opened or changed the log says so: who, whose and when',
  source: 'Patientdatalagen (2008:355), 4 kap. 3 §; HSLF-FS 2016:40, 4 kap. 9 §',
  follows: ['own-chart', 'nothing-lost'],
  needs: 'audit',
  judge({ accessed, logged, clockAhead }) {
    const entries = Map.groupBy(logged, keyOf);
    const findings: Finding[] = [];
    for (const [key, accesses] of Map.groupBy(accessed, keyOf)) {
      const own = (entries.get(key) ?? []).map(({ at }) => at - clockAhead).sort((a, b) => a - b);
      const timely = own.filter((at) => accesses.some((each) => Math.abs(each.at - at) <= CLOCKS_APART));
      const missing = accesses.length - timely.length;
      const [example] = accesses;
      if (missing <= 0 || example === undefined) continue;
      const isLate = own.length >= accesses.length;
      findings.push({
        component: isLate ? 'time' : 'access',
        kind: example.kind,
        instance: example.instance,
        cause: `${isLate ? 'at another time' : 'missing'} ${example.action} ${sort(example)}${example.refused ? ' refused' : ''}`,
        expected: `${accesses.length} ${nameOf(example)} står i loggen med den som gjorde det, patienten och tiden.`,
        observed: isLate ? 'I loggen står en annan tid.' : `I loggen står ${own.length}.`,
        reference: example.what,
      });
    }
    return { lookedAt: accessed.length, findings };
  },
};

const ACTIONS: Readonly<Record<Accessed['action'], string>> = {
  C: 'skrivning(ar)',
  R: 'läsning(ar)',
  U: 'ändring(ar)',
  E: 'sökning(ar)',
};

const nameOf = ({ action, refused }: Accessed): string => `${refused ? 'nekad(e) ' : ''}${ACTIONS[action]}`;

const keyOf = ({ account, action, patient, what, refused }: Accessed | Logged): string =>
  [account, action, patient, what, refused ?? ''].join(' ');

const sort = ({ what }: Accessed): string => what.split('/')[0] ?? '';
