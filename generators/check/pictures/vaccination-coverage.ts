import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { codeOf, numberAt } from '../json.ts';
import { ageOn } from '../read/person.ts';
import { COLOURS, drawn } from './chart.ts';
import type { MakeDrawing } from './drawing.ts';

interface Milestone {
  readonly name: string;
  /** ATC, as in codes/vaccines.yaml. */
  readonly atc: string;
  readonly dose: number;
  /** Completed years at which everybody who takes part has had it. */
  readonly ages: readonly [from: number, to: number];
}

/** Source of doses and ages: Folkhälsomyndigheten, the general vaccination programme for children. */
const MILESTONES: readonly Milestone[] = [
  { name: 'Rotavirus, dos 2', atc: 'J07BH01', dose: 2, ages: [1, 5] },
  { name: 'DTP-polio-Hib-HepB, dos 3', atc: 'J07CA09', dose: 3, ages: [2, 5] },
  { name: 'Pneumokock, dos 3', atc: 'J07AL02', dose: 3, ages: [2, 5] },
  { name: 'MPR, dos 1', atc: 'J07BD52', dose: 1, ages: [3, 7] },
  { name: 'DTP-polio, dos 4', atc: 'J07CA02', dose: 4, ages: [6, 9] },
  { name: 'MPR, dos 2', atc: 'J07BD52', dose: 2, ages: [10, 15] },
  { name: 'HPV, dos 2', atc: 'J07BM03', dose: 2, ages: [13, 16] },
  { name: 'dTp, dos 5', atc: 'J07AJ52', dose: 5, ages: [16, 18] },
];

/** Of one milestone. */
interface Count {
  children: number;
  vaccinated: number;
}

/** What share of children have had the doses of the programme that they are old enough for. */
export const vaccinationCoverage: MakeDrawing<readonly Count[]> = ({ manifest, until }) => {
  const none = (): Count[] => MILESTONES.map(() => ({ children: 0, vaccinated: 0 }));
  let counts = none();
  let given = new Set<string>();
  return {
    types: ['Immunization'],
    beginShard() {
      given = new Set();
    },
    see({ resource, person }) {
      if (person === undefined) return;
      const atc = codeOf(resource.vaccineCode, HISTORY_SYSTEMS.atc);
      const dose = numberAt(resource, 'protocolApplied', 0, 'doseNumberPositiveInt');
      given.add(`${person.id} ${atc} ${dose}`);
    },
    endShard(people) {
      for (const person of people.values()) {
        if (person.died < until) continue;
        const age = ageOn(person, manifest.choices.until);
        MILESTONES.forEach(({ atc, dose, ages: [from, to] }, place) => {
          const count = counts[place];
          if (count === undefined || age < from || age > to) return;
          count.children += 1;
          if (given.has(`${person.id} ${atc} ${dose}`)) count.vaccinated += 1;
        });
      }
    },
    give() {
      const given = counts;
      counts = none();
      return given;
    },
    take(given) {
      counts = counts.map(({ children, vaccinated }, place) => ({
        children: children + (given[place]?.children ?? 0),
        vaccinated: vaccinated + (given[place]?.vaccinated ?? 0),
      }));
    },
    draw: () => ({
      id: 'vaccination-coverage',
      title: { sv: 'Vaccinationstäckning', en: 'Vaccination coverage' },
      legend: {
        sv: 'Procent av barnen i de åldrar då dosen ska vara given. Folkhälsomyndigheten anger över 97 procent för småbarnsvaccinen och drygt åtta av tio för HPV.',
        en: 'Per cent of children at the ages when the dose should have been given. The Public Health Agency of Sweden says above 97 for infants, and eight in ten for HPV.',
      },
      svg: drawn('vaccination-coverage', {
        grid: { left: 190, right: 50, top: 20, bottom: 40 },
        xAxis: { type: 'value', min: 0, max: 100 },
        yAxis: { type: 'category', inverse: true, data: MILESTONES.map(({ name }) => name) },
        series: [
          {
            type: 'bar',
            data: counts.map(({ children, vaccinated }) =>
              children === 0 ? 0 : Number(((100 * vaccinated) / children).toFixed(1)),
            ),
            label: { show: true, position: 'right' },
            itemStyle: { color: COLOURS.other[0] },
          },
        ],
      }),
    }),
  };
};
