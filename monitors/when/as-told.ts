import type { Monitor } from '../../domain/monitor.ts';
import { stepOf } from '../record.ts';
import { causeOf, comparedIn, isTimeToldOtherwise, toldIn } from '../written.ts';

/** Clinical times stand as they were told: when a specimen was taken, a dose given, a stay began. */
export const monitor: Monitor = {
  id: 'as-told',
  kind: 'when',
  sv: 'Tider står som de uppgavs: när provet togs, dosen gavs, vårdtiden började',
  en: 'Times stand as they were told: when the specimen was taken, the dose given, the stay began',
  source: 'USA:s veteransjukvård, försenade provsvar (oversight.gov); att varje tid prövas är ett antagande',
  follows: ['own-chart', 'nothing-lost', 'stays-changed'],
  needs: 'record',
  judge(facts) {
    const compared = comparedIn(facts);
    return {
      lookedAt: compared.length,
      findings: compared.flatMap(({ act, held, differences }) =>
        differences.filter(isTimeToldOtherwise).map((each) => ({
          ...stepOf(act),
          component: 'time' as const,
          within: held.component,
          cause: causeOf(held.what, each),
          ...toldIn(each),
          reference: held.id,
        })),
      ),
    };
  },
};
