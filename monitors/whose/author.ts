import type { Finding, Monitor } from '../../domain/monitor.ts';
import { namesIn, signedIn } from '../authors.ts';
import { recordIn, stepOf } from '../record.ts';

/** Who did it is who was signed in. How a system writes that is learnt from what it writes most often of each account. */
export const monitor: Monitor = {
  id: 'author',
  kind: 'whose',
  sv: 'Den som har gjort något står som den som gjorde det',
  en: 'Who did something is named as the one who did it',
  source: 'Patientdatalagen (2008:355), 3 kap. 6 §: uppgift om vem som har gjort en viss anteckning',
  follows: ['own-chart'],
  needs: 'record',
  judge(facts) {
    const { last } = recordIn(facts);
    const signed = signedIn(facts);
    const known = namesIn(signed);
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
