import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { codeOf, numberAt, textAt } from '../json.ts';
import { instantOf } from '../read/instant.ts';
import type { Sex } from '../read/person.ts';
import { COLOURS, drawn } from './chart.ts';
import type { MakeDrawing } from './drawing.ts';

const MONTH = (365.25 / 12) * 86_400_000;
const GROWN_UP = 216;
/** Points that are drawn of each sex, measure and half year of age: the first that go by. */
const MOST = 24;
const HALF_YEAR = 6;
const MEASURES = { Längd: '8302-2', Vikt: '29463-7' } as const;
type Measure = keyof typeof MEASURES;

type Points = Record<Sex, [months: number, value: number][]>;

interface Measured {
  readonly measure: Measure;
  readonly sex: Sex;
  readonly months: number;
  readonly value: number;
}

/** Heights and weights of children as they were measured, on the growth curves. */
export const growthCurves: MakeDrawing<readonly Measured[]> = ({ data }) => {
  const points: Record<Measure, Points> = { Längd: { female: [], male: [] }, Vikt: { female: [], male: [] } };
  let isWanted = atMost(MOST);
  let ofShard: Measured[] = [];
  const isDrawn = atMost(MOST);
  return {
    types: ['Observation'],
    see({ resource, person }) {
      if (person === undefined) return;
      const code = codeOf(resource.code, HISTORY_SYSTEMS.loinc);
      const measure = code === MEASURES.Längd ? 'Längd' : code === MEASURES.Vikt ? 'Vikt' : undefined;
      if (measure === undefined) return;
      const months = (instantOf(textAt(resource, 'effectiveDateTime') ?? '') - person.born) / MONTH;
      const value = numberAt(resource, 'valueQuantity', 'value');
      if (!(months < GROWN_UP) || value === undefined) return;
      const measured = { measure, sex: person.sex, months, value } as const;
      if (isWanted(groupOf(measured))) ofShard.push(measured);
    },
    give() {
      const given = ofShard;
      ofShard = [];
      isWanted = atMost(MOST);
      return given;
    },
    take(given) {
      for (const measured of given) {
        const { measure, sex, months, value } = measured;
        if (isDrawn(groupOf(measured))) points[measure][sex].push([months, value]);
      }
    },
    draw: () => ({
      id: 'growth-curves',
      title: { sv: 'Tillväxt', en: 'Growth' },
      legend: {
        sv: 'Längd (cm) och vikt (kg) efter ålder i år: mätningar som punkter, kurvornas medelvärde och ±2 standardavvikelser som linjer. Flickor till vänster.',
        en: 'Height (cm) and weight (kg) by age in years: measurements as dots, mean and ±2 standard deviations of the curves as lines. Girls to the left.',
      },
      svg: drawn(
        'growth-curves',
        {
          ...panels(),
          series: (['Längd', 'Vikt'] as const).flatMap((measure, row) =>
            (['female', 'male'] as const).flatMap((sex, column) => {
              const panel = 2 * row + column;
              const curve = Object.entries(data.library.codes.growth.get(measure)?.[sex] ?? {});
              return [
                dots(points[measure][sex], sex, panel),
                ...[-2, 0, 2].map((shift) => channel(curve, shift, panel)),
              ];
            }),
          ),
        },
        720,
      ),
    }),
  };
};

const groupOf = ({ measure, sex, months }: Measured): string =>
  `${measure} ${sex} ${Math.floor(months / HALF_YEAR)}`;

/** Says yes so many times of each name. */
function atMost(times: number): (name: string) => boolean {
  const counts = new Map<string, number>();
  return (name) => {
    const already = counts.get(name) ?? 0;
    counts.set(name, already + 1);
    return already < times;
  };
}

function panels() {
  const grid = [0, 1].flatMap((row) =>
    [0, 1].map((column) => ({ left: 50 + 420 * column, top: 20 + 350 * row, width: 360, height: 300 })),
  );
  return {
    grid,
    xAxis: grid.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: 18, interval: 3 })),
    yAxis: grid.map((_, gridIndex) => ({ type: 'value', gridIndex, scale: true })),
  };
}

const dots = (data: Points[Sex], sex: Sex, panel: number) => ({
  type: 'scatter',
  xAxisIndex: panel,
  yAxisIndex: panel,
  symbolSize: 2.5,
  data: data.map(([months, value]) => [Number((months / 12).toFixed(2)), value]),
  itemStyle: { color: COLOURS[sex], opacity: 0.35 },
});

const channel = (
  curve: readonly (readonly [string, readonly [number, number]])[],
  shift: number,
  panel: number,
) => ({
  type: 'line',
  xAxisIndex: panel,
  yAxisIndex: panel,
  showSymbol: false,
  data: curve
    .map(([months, [mean, sd]]) => [Number(months) / 12, mean + shift * sd] as const)
    .toSorted(([a], [b]) => a - b),
  lineStyle: {
    color: COLOURS.expected,
    width: shift === 0 ? 1.6 : 0.9,
    type: shift === 0 ? 'solid' : 'dashed',
  },
});
