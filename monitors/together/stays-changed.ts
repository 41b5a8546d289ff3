import type { Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';
import { causeOf, comparedIn, toldIn } from '../written.ts';

/** What was changed does not go back: to what stood before, in a version that nobody wrote. */
export const monitor: Monitor = {
  id: 'stays-changed',
  kind: 'together',
  sv: 'Det som har ändrats går inte tillbaka av sig självt',
  en: 'What was changed does not go back by itself',
  source:
    'Antagande; rättade uppgifter som återställdes av en länkad källa, USA:s veteransjukvård (oversight.gov)',
  follows: ['own-chart'],
  needs: 'record',
  judge(facts) {
    const { writes } = recordIn(facts);
    const changed = comparedIn(facts).filter(({ act }) => act.interaction === 'changed');
    return {
      lookedAt: changed.length,
      findings: changed.flatMap(({ act, held, differences }) => {
        const acts = writes.get(held.id) ?? [];
        const before = acts[acts.indexOf(act) - 1]?.content;
        // As many versions as writes: then the change was never stored, which is another matter.
        if (!(Number(held.version) > acts.length)) return [];
        return differences
          .filter(({ path, shown }) => before === undefined || before[path] === shown)
          .map((each) => ({
            ...stepOf(act),
            component: held.component,
            cause: causeOf(held.what, each),
            ...toldIn(each),
            reference: held.id,
          }));
      }),
    };
  },
};
