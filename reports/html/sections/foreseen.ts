import type { DayMeasured } from '../../../domain/day-evidence.ts';
import { DAY, HOUR, MINUTE } from '../../../domain/time.ts';
import { type Bilingual, both, duration, percent } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import type { Foreseen, ForeseenFigure } from '../../foreseen.ts';

const TITLE = both('Simulerat och uppmätt', 'Simulated and measured');
const LEAD = both(
  'Dagen simulerades i förväg med samma patienter. Intervallet är det som en sådan dag till hamnar i 95 gånger av 100. ' +
    'Det som ligger utanför är värt en fråga: stämmer arbetstiderna, bemanningen eller systemets svarstid?',
  'The day was simulated beforehand with the same patients. One more such day lies within the interval 95 times in 100. ' +
    'What lies outside is worth a question: are the working times, the staffing or the time the system takes right?',
);

const GROUPS: Readonly<Record<DayMeasured['group'], Bilingual>> = {
  'cycle-time': both('Ledtid per flöde, minuter', 'Cycle time by flow, minutes'),
  'flow-wait': both('Väntan på personal per flöde, minuter', 'Wait for staff by flow, minutes'),
  'staff-wait': both('Väntan på personal per roll, minuter', 'Wait for staff by role, minutes'),
  utilisation: both('Andel av arbetstiden i arbete', 'Share of working time at work'),
};

/** How a rehearsed day came out beside what its simulation foresaw; nothing when no run was a day. */
export const foreseenSection = (foreseen: readonly Foreseen[]): Part | undefined =>
  foreseen.length === 0
    ? undefined
    : {
        id: 'foreseen',
        title: TITLE,
        lead: LEAD,
        isOpen: false,
        body: html`${foreseen.map((day) => html`${lagOf(day)}${figuresOf(day)}`)}`,
      };

function lagOf({ lag }: Foreseen): Markup {
  if (lag === undefined) return html``;
  const { flows, limit, since } = lag;
  const kept = both(
    `Maskinen höll takten: ingenting genom api låg mer än ${duration(flows.api.max).sv} efter på dagens klocka (gräns ${duration(limit).sv}).`,
    `The machine kept up: nothing by api was more than ${duration(flows.api.max).en} behind on the day's clock (limit ${duration(limit).en}).`,
  );
  const late = both(
    `Maskinen höll inte takten: från klockan ${clock(since).sv} går tiderna nedan inte att lita på. Som mest låg flödena genom api ${duration(flows.api.max).sv} efter (gräns ${duration(limit).sv}). Kör med lägre --speed eller på en maskin med mer kraft. Kraven på systemet mäts i verklig tid, men av samma maskin: ett steg som föll för att det dröjde kan ha väntat på maskinen och inte på systemet.`,
    `The machine did not keep up: from ${clock(since).en} on the times below are not to be trusted. At most flows by api were ${duration(flows.api.max).en} behind (limit ${duration(limit).en}). Run with a lower --speed or on a stronger machine. Requirements on the system are measured in real time, but by the same machine: a step that failed for being slow may have waited for the machine and not for the system.`,
  );
  const browsers = both(
    ` Robotarna i webbläsare följde efter sina patienter, som mest ${duration(flows.ui.max).sv} på dagens klocka; de räknas inte i tiderna.`,
    ` Robots in browsers followed their patients, at most ${duration(flows.ui.max).en} on the day's clock; they do not count in the times.`,
  );
  return html`<p>${bi(since === undefined ? kept : late)}${flows.ui.count === 0 ? '' : bi(browsers)}</p>`;
}

function figuresOf({ figures, coverage }: Foreseen): Markup {
  if (figures.length === 0) {
    return html`<p>${bi(both('Dagen har ingen simulering att jämföra med.', 'The day has no simulation to compare with.'))}</p>`;
  }
  const share = percent(coverage.within / coverage.of);
  const groups = Object.keys(GROUPS) as DayMeasured['group'][];
  return html`<p><strong>${bi(
    both(
      `${coverage.within} av ${coverage.of} mått (${share.sv}) ligger i sitt intervall.`,
      `${coverage.within} of ${coverage.of} figures (${share.en}) lie within their interval.`,
    ),
  )}</strong></p>
${groups.map((group) =>
  tableOf(
    group,
    figures.filter((figure) => figure.group === group),
  ),
)}`;
}

function tableOf(group: DayMeasured['group'], figures: readonly ForeseenFigure[]): Markup {
  if (figures.length === 0) return html``;
  return html`<details${figures.every(({ isWithin }) => isWithin) ? '' : html` open`}><summary>${bi(GROUPS[group])}</summary>
${table(
  GROUPS[group],
  [
    { head: both('Vad', 'What') },
    { head: both('Simulerat', 'Simulated'), numeric: true },
    { head: both('Intervall', 'Interval'), numeric: true },
    { head: both('Uppmätt', 'Measured'), numeric: true },
    { head: both('I intervallet', 'Within') },
  ],
  figures.map((figure) => {
    const { sv, en, simulated, measured, isWithin } = figure;
    const told = (value: number): Bilingual => figureText(value, figure);
    const [low, high] = [told(simulated.low), told(simulated.high)];
    return [
      bi(both(sv, en)),
      bi(told(simulated.mean)),
      bi(both(`${low.sv}–${high.sv}`, `${low.en}–${high.en}`)),
      bi(told(measured)),
      bi(isWithin ? both('✓ ja', '✓ yes') : both('✗ nej', '✗ no')),
    ];
  }),
)}</details>`;
}

const figureText = (value: number, { unit }: ForeseenFigure): Bilingual => {
  if (unit === 'share') return percent(value);
  const text = value.toFixed(1);
  return both(text.replace('.', ','), text);
};

/** '10:42', or '02:10 the day after'. */
function clock(dayTime: number | undefined): Bilingual {
  const time = dayTime ?? 0;
  const two = (value: number): string => `${Math.floor(value)}`.padStart(2, '0');
  const text = `${two((time % DAY) / HOUR)}.${two((time % HOUR) / MINUTE)}`;
  return time < DAY
    ? both(text, text.replace('.', ':'))
    : both(`${text} dagen efter`, `${text.replace('.', ':')} the day after`);
}
