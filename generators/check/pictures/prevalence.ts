import { type PrevalenceCell, PrevalenceCount } from '../prevalence/count.ts';
import type { Sex } from '../read/person.ts';
import { together } from '../together.ts';
import { COLOURS, drawn } from './chart.ts';
import type { MakeDrawing } from './drawing.ts';

const COLUMNS = 4;
const CELL = { width: 205, height: 150, left: 35, top: 60 } as const;

/** One small chart a disease: the share that has it by age, found and expected. */
export const prevalenceChart: MakeDrawing = (context) => {
  const count = new PrevalenceCount(context);
  return {
    ...together([count]),
    draw: () => ({
      id: 'prevalence',
      title: { sv: 'Förekomst mot källa', en: 'Prevalence against source' },
      legend: {
        sv: 'Procent av de levande som har sjukdomen, efter ålder. Heldraget: populationen; streckat: källan. Kvinnor orange, män blått.',
        en: 'Per cent of the living who have the disease, by age. Solid: the population; dashed: the source. Women orange, men blue.',
      },
      svg: smallMultiples(count.cells()),
    }),
  };
};

function smallMultiples(cells: readonly PrevalenceCell[]): string {
  const modules = [...new Set(cells.map(({ module }) => module))];
  const rows = Math.ceil(modules.length / COLUMNS);
  const place = (n: number) => ({
    left: CELL.left + (n % COLUMNS) * CELL.width,
    top: CELL.top + Math.floor(n / COLUMNS) * CELL.height,
  });
  return drawn(
    'prevalence',
    {
      title: modules.map(({ name }, n) => ({
        text: name.sv.replace(/ \(.*\)/, ''),
        left: place(n).left,
        top: place(n).top - 34,
        textStyle: { fontSize: 11, fontWeight: 600, width: CELL.width - 15, overflow: 'truncate' },
      })),
      grid: modules.map((_, n) => ({ ...place(n), width: CELL.width - 55, height: CELL.height - 65 })),
      xAxis: modules.map((_, n) => ({
        type: 'value',
        gridIndex: n,
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { fontSize: 9 },
        splitLine: { show: false },
      })),
      yAxis: modules.map((_, n) => ({
        type: 'value',
        gridIndex: n,
        splitNumber: 2,
        axisLabel: { fontSize: 9 },
      })),
      series: modules.flatMap((module, n) =>
        (['female', 'male'] as const).flatMap((sex) => lines(cells, module, sex, n)),
      ),
    },
    CELL.top + rows * CELL.height,
  );
}

function lines(cells: readonly PrevalenceCell[], module: PrevalenceCell['module'], sex: Sex, n: number) {
  const own = cells.filter((cell) => cell.module === module && cell.sex === sex && cell.people > 0);
  const line = (type: 'solid' | 'dashed', data: readonly (readonly number[])[]) => ({
    type: 'line',
    step: 'end',
    showSymbol: false,
    xAxisIndex: n,
    yAxisIndex: n,
    data: toTheEnd(data),
    lineStyle: { color: COLOURS[sex], type, width: type === 'solid' ? 2 : 1 },
  });
  return [
    line(
      'solid',
      own.map(({ ageFrom, ill, people }) => [ageFrom, (100 * ill) / people]),
    ),
    line(
      'dashed',
      own.map(({ ageFrom, expected }) => [ageFrom, 100 * expected]),
    ),
  ];
}

/** The oldest age of the pictures. */
const OLDEST = 100;

/** The last step goes on to the oldest. */
const toTheEnd = (steps: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const last = steps.at(-1);
  return last === undefined ? steps : [...steps, [OLDEST, ...last.slice(1)]];
};
