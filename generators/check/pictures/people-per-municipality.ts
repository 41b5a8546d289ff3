import { COLOURS, drawn } from './chart.ts';
import type { MakeDrawing } from './drawing.ts';

const ROW = 15;
const FRAME = 70;

/** How many people each kommun has, beside its quota. */
export const peoplePerMunicipality: MakeDrawing<Readonly<Record<string, number>>> = ({ manifest, data }) => {
  const { choices } = manifest;
  const chosen = data.region.municipalities.filter(
    ({ code }) => choices.municipalities.length === 0 || choices.municipalities.includes(code),
  );
  const thousands = chosen.reduce((sum, each) => sum + each.thousands, 0);
  const counts = new Map<string, number>();
  const add = (municipality: string, people: number): void => {
    counts.set(municipality, (counts.get(municipality) ?? 0) + people);
  };
  return {
    endShard(people) {
      for (const { municipality } of people.values()) add(municipality, 1);
    },
    give() {
      const given = Object.fromEntries(counts);
      counts.clear();
      return given;
    },
    take(given) {
      for (const [municipality, people] of Object.entries(given)) add(municipality, people);
    },
    draw() {
      const rows = chosen.toSorted((a, b) => a.thousands - b.thousands);
      return {
        id: 'people-per-municipality',
        title: { sv: 'Personer per kommun', en: 'People per kommun' },
        legend: {
          sv: 'Staplarna är populationen, ringarna kvoten efter regionens invånartal.',
          en: "Bars are the population, rings the quota by the region's number of inhabitants.",
        },
        svg: drawn(
          'people-per-municipality',
          {
            grid: { left: 110, right: 40, top: 20, bottom: 40 },
            xAxis: { type: 'value' },
            yAxis: {
              type: 'category',
              data: rows.map(({ name }) => name),
              axisLabel: { fontSize: 11, interval: 0 },
            },
            series: [
              {
                type: 'bar',
                data: rows.map(({ name }) => counts.get(name) ?? 0),
                itemStyle: { color: COLOURS.male },
              },
              {
                type: 'scatter',
                symbol: 'emptyCircle',
                symbolSize: 9,
                data: rows.map((row) => (choices.people * row.thousands) / thousands),
                itemStyle: { color: COLOURS.expected },
              },
            ],
          },
          FRAME + ROW * rows.length,
        ),
      };
    },
  };
};
