import type { Locator, Page } from 'playwright';
import type { Patient } from '../../../domain/patient.ts';
import { SystemError } from '../../care-system.ts';
import { Unsure } from '../../driver/outcome.ts';
import { ANSWERED, appear, looking, PRESENT, shownText } from './looking.ts';

/** One row of a table on a page, by the headings of its columns. */
export type Row = Readonly<Record<string, string>>;

/**
 * A part of a page that shows something read from the server, with its own button to read it again. What is shown is
 * there; that something is not there is only known of a part that shows all of it, and whoever asks for that of another
 * meets an {@link Unsure} with the reason.
 */
export interface Panel {
  readonly name: string;
  readonly region: Locator;
  /** Waits until what is shown is what the server said last. */
  settled(): Promise<void>;
  /** Reads it again. */
  refresh(): Promise<void>;
  /** The rows that are shown, whatever else there may be. */
  rows(table: string): Promise<readonly Row[]>;
  /** All rows that there are. */
  all(table: string): Promise<readonly Row[]>;
  /** The row of which this holds; undefined only when there is none. */
  find(table: string, holds: (row: Row) => boolean): Promise<Row | undefined>;
  /** The row that a heading cell names; undefined only when there is none. */
  row(table: string, named: string): Promise<Row | undefined>;
  /** @throws Unsure when it may not show all that there is, SystemError when it shows another patient's */
  assertWhole(): Promise<void>;
}

/** @param about whom what is shown should be about, where it is of one patient */
export function panelOn(page: Page, name: string, about?: Patient): Panel {
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
  const assertWhole = (): Promise<void> =>
    looking(`”${name}” i sin helhet`, async () => {
      if (about !== undefined) await assertAbout(page, about);
      const reason = await whyNotWhole({ page, region, refreshButton, fault }, about);
      if (reason !== undefined)
        throw new Unsure(`I ”${name}” går det inte att se vad som inte finns: ${reason}.`);
    });
  const find: Panel['find'] = async (table, holds) => {
    const found = (await rows(table)).find(holds);
    if (found === undefined) await assertWhole();
    return found;
  };
  return {
    name,
    region,
    settled,
    assertWhole,
    find,
    async all(table) {
      const shown = await rows(table);
      await assertWhole();
      return shown;
    },
    async refresh() {
      await looking(`knappen ”Uppdatera” i ”${name}”`, () => refreshButton.click({ timeout: ANSWERED }));
      await settled();
    },
    rows,
    row: (table, named) => find(table, (row) => Object.values(row)[0]?.toUpperCase() === named.toUpperCase()),
  };
}

/** The parts of a page by which a list tells that it is not whole. */
interface Telling {
  readonly page: Page;
  readonly region: Locator;
  readonly refreshButton: Locator;
  readonly fault: Locator;
}

/** 'Visar de 50 senaste av 120.' */
const CUT = /\bVisar (?:de|bara|\d)[^.]*\bav \d+/;

/** Why what is shown may not be all that there is, as the end of a sentence. */
async function whyNotWhole(
  { page, region, refreshButton, fault }: Telling,
  about: Patient | undefined,
): Promise<string | undefined> {
  if ((await region.count()) === 0) return 'det visas inte alls';
  if ((await fault.count()) > 0) return `det står ”${(await shownText(fault)).trim()}”`;
  if ((await refreshButton.count()) === 0) return 'det läses fortfarande';
  const cut = CUT.exec(await region.innerText());
  if (cut !== null) return `det står ”${cut[0]}”`;
  for (const filter of await page.getByRole('main').getByRole('searchbox').all()) {
    const narrowed = (await filter.inputValue()).trim();
    if (narrowed !== '' && narrowed !== about?.identifier.value) return `det är avgränsat till ”${narrowed}”`;
  }
  return undefined;
}

/** A chart that is open is the patient's own. */
async function assertAbout(page: Page, { identifier, key }: Patient): Promise<void> {
  const banner = page.getByRole('region', { name: 'Patient', exact: true });
  if ((await banner.count()) === 0 || (await banner.innerText()).includes(identifier.value)) return;
  throw new SystemError('wrong-answer', `Sidan skulle visa ${key}, men visar en annan patient.`);
}

/** A browser parts the cells of a row by tabs when it says the row's text. */
const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim());
