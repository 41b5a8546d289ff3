import { type Component, isDenied } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn } from '../record.ts';
import { differenceIn } from '../same/views.ts';

/** A unit's list holds what is with the unit, and what has left it is gone from there. */
export const monitor: Monitor = {
  id: 'lists',
  kind: 'to-whom',
  sv: 'Enheternas listor har allt som hör dit, och inget som har lämnat dem',
  en: 'The units’ lists hold all that belongs there, and nothing that has left them',
  source: 'Antagande; USA:s veteransjukvård 2022, beställningar i en okänd kö (oversight.gov)',
  follows: ['own-chart', 'nothing-lost', 'done-with', 'delivered'],
  needs: 'lists',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const look of facts.looked) {
      // A no to who may read is another matter (let-in).
      if (look.view !== 'list' || !look.entitled || isDenied(look)) continue;
      lookedAt += 1;
      const wrong = differenceIn(look);
      if (wrong === undefined) continue;
      const held = last.get(wrong.id);
      const from = [wrong.id, ...(held?.links ?? [])].flatMap((id) => writes.get(id)?.[0] ?? [])[0];
      findings.push({
        component: componentOf(look.what, held?.component),
        kind: from?.kind,
        instance: from?.instance,
        token: from?.token,
        cause: `${look.what} list ${wrong.how}`,
        expected: `${look.reader} ser på sin lista allt som hör dit (${look.what}, ${look.due?.length ?? 0}), och inget annat.`,
        observed: wrong.sv,
        reference: wrong.id,
      });
    }
    return { lookedAt, findings };
  },
};

const componentOf = (what: string, held: Component | undefined): Component =>
  held ?? (what === 'Encounter' ? 'api' : 'message');
