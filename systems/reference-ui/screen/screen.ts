import type { Page } from 'playwright';
import type { Patient } from '../../../domain/patient.ts';
import { SystemError } from '../../care-system.ts';
import { type Form, formOn, press } from './form.ts';
import { ANSWERED, appear, looking, PRESENT } from './looking.ts';
import { type Panel, panelOn } from './panel.ts';

/** A tab of a patient's page, by what stands on it: 'Läkemedel'. */
export type Tab = string;

/** The tabs of the patient's own pages, with the list that each shows. */
const MY_TABS = {
  'Journal och provsvar': 'Journal och provsvar',
  Läkemedel: 'Mina läkemedel',
  'Egna mätvärden': 'Mätvärden',
  Ärenden: 'Ärenden',
} as const;
export type MyTab = keyof typeof MY_TABS;

/** The system says that it knows nobody with the patient's number. */
export class PatientNotFound extends Error {
  constructor() {
    super('Systemet känner ingen person med patientens nummer.');
    this.name = 'PatientNotFound';
  }
}

/**
 * The client as one signed-in person sees it. Remembers where it is, so that what is already open is only read again.
 */
export class Screen {
  readonly page: Page;
  #place = '';

  constructor(page: Page) {
    this.page = page;
  }

  /** @param about whom it should be about, where it is of one patient */
  panel(name: string, about?: Patient): Panel {
    return panelOn(this.page, name, about);
  }

  form(name: string): Promise<Form> {
    return formOn(this.page, name);
  }

  press(button: string): Promise<string> {
    return press(this.page, button);
  }

  /** Goes to a page by the main menu. */
  async menu(item: string): Promise<void> {
    await looking(`”${item}” i huvudmenyn`, () =>
      this.page
        .getByRole('navigation', { name: 'Huvudmeny' })
        .getByRole('link', { name: item, exact: true })
        .click({ timeout: PRESENT }),
    );
    this.#place = item;
  }

  /** A page of the main menu that shows one list, as the server has it now. */
  async list(item: string, panelName: string = item): Promise<Panel> {
    const panel = this.panel(panelName);
    if (this.#place === item) await panel.refresh();
    else {
      await this.menu(item);
      await panel.settled();
    }
    return panel;
  }

  /** The same, narrowed down to the patient. */
  async listOf(patient: Patient, item: string, searchField: string): Promise<Panel> {
    const panel = this.panel(item, patient);
    const place = `${item} ${patient.identifier.value}`;
    if (this.#place === place) {
      await panel.refresh();
      return panel;
    }
    if (!this.#place.startsWith(item)) await this.menu(item);
    await looking(`sökfältet ”${searchField}”`, () =>
      this.page
        .getByRole('searchbox', { name: searchField })
        .fill(patient.identifier.value, { timeout: PRESENT }),
    );
    await panel.settled();
    this.#place = place;
    return panel;
  }

  /** The patient's banner, as the server has it now. */
  async banner(patient: Patient): Promise<Panel> {
    const panel = this.panel('Patient', patient);
    if (this.#place.startsWith(placeOf(patient))) await panel.refresh();
    else await this.#openChart(patient);
    return panel;
  }

  /** One tab of the patient's page, to do something in. */
  async tab(patient: Patient, tab: Tab): Promise<void> {
    const place = `${placeOf(patient)} ${tab}`;
    if (this.#place === place) return;
    if (!this.#place.startsWith(placeOf(patient))) await this.#openChart(patient);
    await looking(`fliken ”${tab}” hos patienten`, () =>
      this.page.getByRole('tab', { name: tab, exact: true }).click({ timeout: PRESENT }),
    );
    this.#place = place;
  }

  /** Whether no other patient's page was opened last: a flow has also to do with people whom nobody knows yet. */
  isWith(patient: Patient): boolean {
    return !this.#place.startsWith(A_PATIENT) || this.#place.startsWith(placeOf(patient));
  }

  /** The list of one tab of the patient's page, as the server has it now. */
  async tabList(patient: Patient, tab: Tab, panelName: string): Promise<Panel> {
    const wasThere = this.#place === `${placeOf(patient)} ${tab}`;
    await this.tab(patient, tab);
    const panel = this.panel(panelName, patient);
    if (wasThere) await panel.refresh();
    else await panel.settled();
    return panel;
  }

  /** One tab of the signed-in patient's own pages. */
  async myTab(tab: MyTab): Promise<void> {
    if (this.#place === tab) return;
    await looking(`fliken ”${tab}” på Mina sidor`, () =>
      this.page.getByRole('tab', { name: tab, exact: true }).click({ timeout: PRESENT }),
    );
    this.#place = tab;
  }

  /** The list of one of these tabs, as the server has it now. */
  async myList(tab: MyTab): Promise<Panel> {
    const wasThere = this.#place === tab;
    await this.myTab(tab);
    const panel = this.panel(MY_TABS[tab]);
    if (wasThere) await panel.refresh();
    else await panel.settled();
    return panel;
  }

  /** To a page that shows no list, where it asks nothing of the server while nobody looks at it. */
  rest(): Promise<void> {
    return this.menu('Start');
  }

  /** Somewhere that no other method of this screen goes to. */
  leave(): void {
    this.#place = '';
  }

  async #openChart(patient: Patient): Promise<void> {
    const { value } = patient.identifier;
    const search = this.page.getByRole('search', { name: 'Sök patient' });
    const field = search.getByRole('searchbox', { name: 'Patientens personnummer' });
    const banner = this.page.getByRole('region', { name: 'Patient', exact: true });
    const nobody = search.getByRole('alert');
    this.leave();
    await looking('sökfältet ”Patientens personnummer”', async () => {
      await field.fill(value, { timeout: PRESENT });
      await field.press('Enter', { timeout: PRESENT });
    });
    await looking(`patientens sida för ${patient.key}`, () =>
      appear(banner.filter({ hasText: value }).or(nobody), ANSWERED),
    );
    const [said] = await nobody.allInnerTexts();
    if (said?.includes('Systemet säger nej')) throw new PatientNotFound();
    if (said !== undefined) throw new SystemError('broken-answer', said.trim());
    await this.panel('Patient').settled();
    this.#place = placeOf(patient);
  }
}

const A_PATIENT = 'patient ';
const placeOf = ({ identifier }: Patient): string => `${A_PATIENT}${identifier.value}`;
