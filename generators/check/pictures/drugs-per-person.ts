import { ageOn } from '../read/person.ts';
import { prescriptionOf } from '../rules/medication/prescription.ts';
import { drawn } from './chart.ts';
import { addTo, type MakeDrawing, zeros } from './drawing.ts';

const DECADES = 10;
const GROUPS = ['inga', '1–2', '3–4', '5–9', '10 eller fler'] as const;
const groupOf = (drugs: number): number =>
  drugs === 0 ? 0 : drugs < 3 ? 1 : drugs < 5 ? 2 : drugs < 10 ? 3 : 4;

/** How many drugs people use on the last day, by age. */
export const drugsPerPerson: MakeDrawing<readonly (readonly number[])[]> = ({ manifest, until }) => {
  const none = (): number[][] => GROUPS.map(() => zeros(DECADES));
  let counts = none();
  let drugs = new Map<string, number>();
  return {
    types: ['MedicationRequest'],
    beginShard() {
      drugs = new Map();
    },
    see(line) {
      const prescription = prescriptionOf(line);
      if (prescription === undefined || prescription.to < until) return;
      const { id } = prescription.person;
      drugs.set(id, (drugs.get(id) ?? 0) + 1);
    },
    endShard(people) {
      for (const person of people.values()) {
        if (person.died < until || person.born >= until) continue;
        const decade = Math.min(Math.floor(ageOn(person, manifest.choices.until) / 10), DECADES - 1);
        const group = counts[groupOf(drugs.get(person.id) ?? 0)];
        if (group !== undefined) group[decade] = (group[decade] ?? 0) + 1;
      }
    },
    give() {
      const given = counts;
      counts = none();
      return given;
    },
    take(given) {
      for (const [group, decades] of given.entries()) addTo(counts[group] as number[], decades);
    },
    draw() {
      const totals =
        counts[0]?.map((_, decade) => counts.reduce((sum, group) => sum + (group[decade] ?? 0), 0)) ?? [];
      return {
        id: 'drugs-per-person',
        title: { sv: 'Läkemedel per person', en: 'Drugs per person' },
        legend: {
          sv: 'Procent av de levande i varje åldersgrupp efter hur många läkemedel de har på sista dagen.',
          en: 'Per cent of the living of each age by the number of drugs they have on the last day.',
        },
        svg: drawn('drugs-per-person', {
          legend: { top: 0 },
          grid: { left: 50, right: 30, top: 40, bottom: 40 },
          xAxis: { type: 'category', data: totals.map((_, decade) => `${decade * 10}–`), name: 'år' },
          yAxis: { type: 'value', max: 100 },
          series: GROUPS.map((name, place) => ({
            name,
            type: 'bar',
            stack: 'drugs',
            data: totals.map((total, decade) =>
              total === 0 ? 0 : Number(((100 * (counts[place]?.[decade] ?? 0)) / total).toFixed(1)),
            ),
            itemStyle: { color: ['#e8e8e8', '#bdd7e7', '#6baed6', '#3182bd', '#08519c'][place] },
          })),
        }),
      };
    },
  };
};
