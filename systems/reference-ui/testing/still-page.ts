import type { Patient } from '../../../domain/patient.ts';
import type { Row } from '../screen/panel.ts';

/** What each list shows, by its panel and the table in it. */
export type Tables = Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;

/** A page like the client's that shows the same all the time, and may do so wrongly. */
export interface StillPage {
  readonly patient: Patient;
  readonly tables: Tables;
  /** What is shown beside the tables of a panel: articles, alerts. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** How a page comes to show less than there is. */
export interface Shortcoming {
  readonly name: string;
  readonly because: RegExp;
  readonly of: (html: string) => string;
}

const inEachPanel = (html: string, more: string): string =>
  html.replaceAll('<!-- end of panel -->', `${more}<!-- end of panel -->`);

export const SHORTCOMINGS: readonly Shortcoming[] = [
  {
    name: 'is cut at a limit',
    because: /det står ”Visar de 50 senaste av 120”\.$/,
    of: (html) => inEachPanel(html, '<p>Visar de 50 senaste av 120. Sök för att se fler.</p>'),
  },
  {
    name: 'is narrowed down by somebody',
    because: /det är avgränsat till ”Hjärtmottagningen”\.$/,
    of: (html) =>
      html.replace('<main>', '<main><input type="search" aria-label="Avgränsa" value="Hjärtmottagningen">'),
  },
];

/** The same with what the client says when a part of it could not be read. */
export const withFault = (html: string): string =>
  inEachPanel(html, '<div role="alert">Tekniskt fel. Det gick inte att läsa.</div>');

/** The same while it is read. */
export const underWay = (html: string): string => html.replaceAll('>Uppdatera<', '>Läser…<');

/** The same of somebody else. */
export const ofAnother = (html: string, { identifier }: Patient): string =>
  html.replaceAll(`<dd>${identifier.value}</dd>`, '<dd>19121212-1212</dd>');

/** The page as HTML: every panel, tab and menu item there is. */
export function htmlOf({ patient, tables, beside = {} }: StillPage): string {
  const panels = Object.entries<Tables[string]>({ Patient: {}, ...tables }).map(
    ([name, shown]) => `<section aria-label="${name}"><h2>${name}</h2><button>Uppdatera</button>
      ${name === 'Patient' ? `<dl><dt>Personnummer</dt><dd>${patient.identifier.value}</dd></dl>` : ''}
      ${Object.entries(shown)
        .map(([table, rows]) => tableOf(table, rows))
        .join('')}
      ${beside[name] ?? ''}<!-- end of panel --></section>`,
  );
  return `<!doctype html><html lang="sv"><title>Still</title>
    <nav aria-label="Huvudmeny">${MENU.map((item) => `<a href="#">${item}</a>`).join('')}</nav>
    <search aria-label="Sök patient"><input type="search" aria-label="Patientens personnummer"></search>
    <main><div role="tablist">${TABS.map((tab) => `<button role="tab">${tab}</button>`).join('')}</div>
    ${Object.keys(tables)
      .flatMap((panel) => SEARCHES[panel] ?? [])
      .map((label) => `<input type="search" aria-label="${label}">`)
      .join('')}
    ${panels.join('')}</main></html>`;
}

const TABS = ['Mätvärden', 'Läkemedel', 'Prov och svar', 'Samordning', 'Journal', 'Utskrifter'];
/** A list of a unit, in the main menu, has a field of its own to search in. */
const SEARCHES: Readonly<Record<string, string>> = {
  Inkorg: 'Sök på personnummer',
  'Enhetens lista': 'Sök på personnummer eller namn',
  'Laboratoriets arbetslista': 'Sök på ordernummer eller personnummer',
  'Obesvarade remisser': 'Sök på personnummer',
};
const MENU = ['Tidbok', ...Object.keys(SEARCHES)];

function tableOf(name: string, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = (texts: readonly string[], tag: string): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${name}</caption>${cells(columns, 'th')}
    ${rows
      .map((row) =>
        cells(
          columns.map((column) => row[column] ?? ''),
          'td',
        ),
      )
      .join('')}</table>`;
}
