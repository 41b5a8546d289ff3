import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { type RateCell, RateCount } from '../rates/count.ts';
import { readRates } from '../rates/rate.ts';
import { together } from '../together.ts';
import { COLOURS, drawn } from './chart.ts';
import type { MakeDrawing } from './drawing.ts';

/** How often people of each age are admitted, found and expected; and the deaths of the last year in words. */
export const hospitalStays: MakeDrawing = (context) => {
  const counts = readRates().map((rate) => new RateCount(rate, context));
  const [stays, deaths] = (['hospital-stays', 'deaths'] as const).map((of) =>
    counts.find(({ rate }) => rate.of === of),
  );
  return {
    ...together(counts),
    draw: () => {
      const [stayed, died] = [found(stays?.lastYear), found(deaths?.lastYear)];
      return {
        id: 'hospital-stays',
        title: { sv: 'Vårdtillfällen i sluten vård', en: 'Hospital stays' },
        legend: {
          sv: `Per 1 000 personår efter ålder; svarta punkter: statistiken. Sista året alla tillsammans: ${stayed.sv} vårdtillfällen och ${died.sv} döda per 1 000.`,
          en: `Per 1,000 person-years by age; black dots: the statistics. All together in the last year: ${stayed.en} stays and ${died.en} deaths per 1,000.`,
        },
        svg: drawn('hospital-stays', {
          legend: { top: 0 },
          grid: { left: 50, right: 30, top: 40, bottom: 40 },
          xAxis: {
            type: 'category',
            data: stays?.perAge.map(({ ageFrom }) => `${ageFrom}–`) ?? [],
            name: 'år',
          },
          yAxis: { type: 'value' },
          series: [
            {
              name: 'Populationen',
              type: 'bar',
              data: stays?.perAge.map((cell) => Number(per1000(cell).toFixed(1))) ?? [],
              itemStyle: { color: COLOURS.other[0] },
            },
            {
              name: 'Statistiken',
              type: 'scatter',
              data: stays?.perAge.map(({ expected: [per] }) => per) ?? [],
              itemStyle: { color: COLOURS.expected },
            },
          ],
        }),
      };
    },
  };
};

const per1000 = ({ events, years }: RateCell): number => (years === 0 ? 0 : (1000 * events) / years);
const found = (cell: RateCell | undefined): Bilingual =>
  cell === undefined ? both('–', '–') : number(Number(per1000(cell).toFixed(1)));
