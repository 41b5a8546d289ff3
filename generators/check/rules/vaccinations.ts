import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { codeOf, numberAt, textAt } from '../json.ts';
import { instantOf } from '../read/instant.ts';
import type { Place, Rule } from '../rule.ts';

interface Dose {
  readonly id: string;
  readonly place: Place;
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** No vaccine of the programmes is given before six weeks of age, less the days a visit may be early. */
const YOUNGEST_DAYS = 40;
const DAY = 86_400_000;

/** Doses of a vaccine come in the order of their numbers, each once a day, and none is given to a newborn. */
export const VACCINATIONS: Rule = {
  name: 'vaccinations',
  title: {
    sv: 'Vaccindoser kommer i rätt ordning och inte före sex veckors ålder',
    en: 'Doses of vaccines come in order and not before six weeks of age',
  },
  watch(_context, tell) {
    let doses = new Map<string, Dose[]>();
    return {
      types: ['Immunization'],
      beginShard() {
        doses = new Map();
      },
      see({ id, resource, person, place }) {
        if (person === undefined) return;
        const at = instantOf(textAt(resource, 'occurrenceDateTime') ?? '');
        if (at < person.born + YOUNGEST_DAYS * DAY) {
          tell(place, {
            sv: `${id} är given före sex veckors ålder`,
            en: `${id} is given before six weeks of age`,
          });
        }
        const number = numberAt(resource, 'protocolApplied', 0, 'doseNumberPositiveInt') ?? 0;
        const key = `${person.id} ${codeOf(resource.vaccineCode, HISTORY_SYSTEMS.atc)}`;
        doses.set(key, [...(doses.get(key) ?? []), { id, place, number, at }]);
      },
      endShard() {
        for (const list of doses.values()) {
          const inOrder = list.toSorted((a, b) => a.at - b.at);
          inOrder.forEach((dose, place) => {
            const before = inOrder[place - 1];
            if (before === undefined || (before.number <= dose.number && before.at < dose.at)) return;
            tell(dose.place, {
              sv: `dos ${dose.number} (${dose.id}) ges efter dos ${before.number}`,
              en: `dose ${dose.number} (${dose.id}) is given after dose ${before.number}`,
            });
          });
        }
      },
    };
  },
};
