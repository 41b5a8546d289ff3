import type { Patient } from '../../../domain/patient.ts';
import { looking, PRESENT } from '../screen/looking.ts';
import type { Screen, Tab } from '../screen/screen.ts';

/** Every page of the client: who sees it, and the way there from anywhere. */
export interface ClientPage {
  readonly name: string;
  readonly account: (patient: Patient) => string;
  readonly open: (screen: Screen, patient: Patient) => Promise<unknown>;
}

const WARD = 'sas-medicin-3.day';

const page = (name: string, account: string, open: ClientPage['open']): ClientPage => ({
  name,
  account: () => account,
  open,
});

const tab = (name: Tab, panel: string, role = 'physician'): ClientPage =>
  page(`${name} (${role})`, `${role}.${WARD}`, (screen, patient) => screen.tabList(patient, name, panel));

const mine = (name: string, open: ClientPage['open']): ClientPage => ({
  name,
  account: ({ identifier }) => identifier.value,
  open,
});

/** The first link in a table of a list. */
const firstOf = (list: string, then: string) => async (screen: Screen) => {
  await screen.list(list);
  await looking(`en länk i ”${list}”`, () =>
    screen.page.getByRole('table').getByRole('link').first().click({ timeout: PRESENT }),
  );
  screen.leave();
  await screen.panel(then).settled();
};

export const CLIENT_PAGES: readonly ClientPage[] = [
  page('start', `physician.${WARD}`, (screen) => screen.menu('Start')),
  page('unit list', `physician.${WARD}`, (screen) => screen.list('Enhetens lista')),
  page('schedule', 'physician.vc-ekbacken.day', (screen) => screen.list('Tidbok')),
  page('my answers', 'physician.sas-akuten.day', (screen) => screen.list('Mina svar')),
  page('arrival', 'medical-secretary.sas-akuten.day', async (screen, { identifier }) => {
    await screen.menu('Registrera ankomst');
    const find = await screen.form('Sök person');
    await find.write('Personnummer', identifier.value);
    await find.send('Sök person');
  }),
  page('critical answers', 'nurse.sas-akuten.day', (screen) => screen.list('Kritiska svar')),
  tab('Vårdkontakt', 'Vårdkontakter'),
  tab('Journal', 'Anteckningar'),
  tab('Mätvärden', 'Mätvärden'),
  tab('Läkemedel', 'Läkemedelslista'),
  tab('Läkemedel', 'Utdelningslista', 'nurse'),
  page('review list', 'pharmacist.sas-farmaci.day', (screen, patient) =>
    screen.tabList(patient, 'Läkemedel', 'Granskningslista'),
  ),
  tab('Prov och svar', 'Prov och svar'),
  tab('Överkänslighet', 'Överkänsligheter'),
  tab('Samordning', 'Samordning med kommunen'),
  tab('Bokning', 'Bokade tider'),
  tab('Utskrifter', 'Utskrivna dokument'),
  page('export', `physician.${WARD}`, async (screen, patient) => {
    await screen.tab(patient, 'Utskrifter');
    await screen.page.getByRole('link', { name: 'Journalutdrag', exact: true }).click({ timeout: PRESENT });
    screen.leave();
    await screen.panel('Journalutdragets innehåll').settled();
  }),
  page('laboratory worklist', 'biomedical-scientist.sas-lab.day', (screen) =>
    screen.list('Laboratoriets arbetslista'),
  ),
  page('laboratory order', 'biomedical-scientist.sas-lab.day', firstOf('Laboratoriets arbetslista', 'Order')),
  page('inbox', 'care-manager.boras-kommun.day', (screen) => screen.list('Inkorg')),
  page('inbox message', 'care-manager.boras-kommun.day', firstOf('Inkorg', 'Meddelande från sjukhuset')),
  mine('my record', (screen) => screen.myList('Journal och provsvar')),
  mine('my drugs', (screen) => screen.myList('Läkemedel')),
  mine('my measurements', (screen) => screen.myList('Egna mätvärden')),
  mine('my cases', (screen) => screen.myList('Ärenden')),
];
