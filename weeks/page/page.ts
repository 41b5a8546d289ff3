import { both, moment, same } from '../../pages/bilingual.ts';
import { html, type Markup } from '../../pages/markup.ts';
import { page } from '../../pages/page.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import { causesSection, flowSection, ratesSection, trendSection } from './figures.ts';
import { nowSection, openSection, sourcesSection } from './open.ts';
import { shiftsSection } from './shifts.ts';
import { coursesSection, rulesSection } from './stop-rules.ts';
import { WORDS } from './words.ts';

export interface WeeksPageOptions {
  /** Seconds after which a browser fetches the page anew; never when absent. */
  readonly refresh?: number;
}

/** The names of the plan's units, for those who do not know them by key. */
export type UnitNames = ReadonlyMap<string, { readonly sv: string; readonly en: string }>;

/** What a command centre looks at, as one page. */
export const weeksPage = (result: WeeksResult, units: UnitNames, options: WeeksPageOptions = {}): string =>
  page({
    tab: `${WORDS.kind.sv} – ${result.title}`,
    kind: WORDS.kind,
    heading: same(result.title),
    facts: [
      moment(result.at),
      both(`dag ${result.dayNumber} av ${result.days}`, `day ${result.dayNumber} of ${result.days}`),
      both(`etapp ${result.stage}`, `stage ${result.stage}`),
    ],
    body: body(result, units),
    styles: [new URL('./page.css', import.meta.url)],
    ...options,
  });

const body = (result: WeeksResult, units: UnitNames): Markup =>
  html`${rulesSection(result)}
${nowSection(result)}
${shiftsSection(result)}
${openSection(result, units)}
${trendSection(result)}
${flowSection(result)}
${ratesSection(result, units)}
${causesSection(result)}
${coursesSection(result)}
${sourcesSection(result, units)}`;
