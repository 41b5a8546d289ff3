import type { Monitor } from '../../domain/monitor.ts';
import { stepOf } from '../record.ts';
import { causeOf, comparedIn, isTimeToldOtherwise, toldIn } from '../written.ts';

/** What was written comes back as it went in, to the letter. */
export const monitor: Monitor = {
  id: 'as-written',
  kind: 'what',
  sv: 'Det som skrivs kommer tillbaka oförändrat, tecken för tecken',
  en: 'What is written comes back unchanged, to the letter',
  source: 'Södra Älvsborgs sjukhus november 2024, ordet "ingen" föll bort ur svar (Sweden Herald, Fokus)',
  follows: ['own-chart', 'nothing-lost', 'own-links', 'delivered', 'stays-changed'],
  needs: 'record',
  judge(facts) {
    const compared = comparedIn(facts);
    return {
      lookedAt: compared.length,
      findings: compared.flatMap(({ act, held, differences }) =>
        differences
          .filter((each) => !isTimeToldOtherwise(each))
          .map((each) => ({
            ...stepOf(act),
            component: held.component,
            cause: causeOf(held.what, each),
            ...toldIn(each),
            reference: held.id,
          })),
      ),
    };
  },
};
