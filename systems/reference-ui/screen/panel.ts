import type { Locator, Page } from 'playwright';
import { SystemError } from '../../care-system.ts';
import { ANSWERED, appear, looking, PRESENT, shownText } from './looking.ts';

/** One row of a table on a page, by the headings of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A part of a page that shows something read from the server, with its own button to read it again. */
export interface Panel {
  readonly name: string;
  readonly region: Locator;
  /** Waits until what is shown is what the server said last. */
  settled(): Promise<void>;
  /** Reads it again. */
  refresh(): Promise<void>;
  rows(table: string): Promise<readonly Row[]>;
  /** The row that a heading cell names. */
  row(table: string, named: string): Promise<Row | undefined>;
}

export function panelOn(page: Page, name: string): Panel {
  const region = page.getByRole('region', { name, exact: true });
  const refreshButton = region.getByRole('button', { name: 'Uppdatera', exact: true });
  const fault = region.getByRole('alert').filter({ hasText: 'Tekniskt fel' });

  const settled = (): Promise<void> =>
    looking(`uppgifterna i ”${name}”`, async () => {
      await appear(refreshButton, ANSWERED);
      if ((await fault.count()) > 0) {
        throw new SystemError('broken-answer', `I ”${name}” står: ${(await shownText(fault)).trim()}`);
      }
    });
  const rows = (table: string): Promise<readonly Row[]> =>
    looking(`tabellen ”${table}” i ”${name}”`, async () => {
      const shown = region.getByRole('table', { name: table, exact: true });
      await appear(shown, PRESENT);
      const [headings = '', ...lines] = await shown.getByRole('row').allInnerTexts();
      const columns = cellsOf(headings);
      return lines.map((line) => {
        const cells = cellsOf(line);
        return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
      });
    });
  return {
    name,
    region,
    settled,
    async refresh() {
      await looking(`knappen ”Uppdatera” i ”${name}”`, () => refreshButton.click({ timeout: ANSWERED }));
      await settled();
    },
    rows,
    row: async (table, named) =>
      (await rows(table)).find((row) => Object.values(row)[0]?.toUpperCase() === named.toUpperCase()),
  };
}

/** A browser parts the cells of a row by tabs when it says the row's text. */
const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim());
