import { UNIT_KINDS } from '../../domain/role.ts';
import { choices, type FlowCheck, mistake } from './check.ts';

const PLACES = Object.values(UNIT_KINDS).map(({ phrase }) => phrase);

/** Staff work somewhere; the patient acts from home. */
export const actorsHaveTheirPlace: FlowCheck = ({ steps }) =>
  steps.flatMap((step) => {
    const { actor } = step;
    if (actor === undefined) return [];
    if (actor.role === 'patient')
      return actor.unit === null
        ? []
        : [mistake('Patienten gör sitt hemifrån; skriv bara "patienten", utan enhet.', step)];
    return actor.unit === null
      ? [mistake(`Skriv var rollen arbetar: ${choices(PLACES)}, till exempel "läkaren på akuten".`, step)]
      : [];
  });
