import { ageOn, type Sex } from '../read/person.ts';
import { COLOURS, drawn } from './chart.ts';
import { addTo, type MakeDrawing, zeros } from './drawing.ts';

const BAND = 5;
const BANDS = 21;

/** The living on the last day, by sex and five years of age. */
export const agePyramid: MakeDrawing<Record<Sex, number[]>> = ({ manifest, until }) => {
  const none = () => ({ female: zeros(BANDS), male: zeros(BANDS) });
  let counts = none();
  return {
    endShard(people) {
      for (const person of people.values()) {
        if (person.died < until || person.born >= until) continue;
        const band = Math.min(Math.floor(ageOn(person, manifest.choices.until) / BAND), BANDS - 1);
        counts[person.sex][band] = (counts[person.sex][band] ?? 0) + 1;
      }
    },
    give() {
      const given = counts;
      counts = none();
      return given;
    },
    take(given) {
      for (const sex of ['female', 'male'] as const) addTo(counts[sex], given[sex]);
    },
    draw: () => ({
      id: 'age-pyramid',
      title: { sv: 'Ålderspyramid', en: 'Age pyramid' },
      legend: {
        sv: `Levande den ${manifest.choices.until}, per fem år.`,
        en: `Living on ${manifest.choices.until}, by five years.`,
      },
      svg: drawn(
        'age-pyramid',
        {
          legend: { top: 0, data: ['Kvinnor', 'Män'] },
          grid: { left: 60, right: 30, top: 40, bottom: 40 },
          xAxis: {
            type: 'value',
            axisLabel: { formatter: (value: number) => Math.abs(value).toLocaleString('sv-SE') },
          },
          yAxis: { type: 'category', data: counts.female.map((_, band) => `${band * BAND}`), name: 'år' },
          series: [
            series(
              'Kvinnor',
              counts.female.map((count) => -count),
              COLOURS.female,
            ),
            series('Män', counts.male, COLOURS.male),
          ],
        },
        520,
      ),
    }),
  };
};

const series = (name: string, data: readonly number[], color: string) => ({
  name,
  type: 'bar',
  stack: 'people',
  data,
  itemStyle: { color },
  barCategoryGap: '12%',
});
