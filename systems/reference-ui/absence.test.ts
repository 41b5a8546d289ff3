import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityShielded, registerArrival } from '../../care/admission/index.ts';
import { nothingInInbox } from '../../care/coordination/index.ts';
import { exactlyOneAnswer, orderOnLaboratoryWorklist, orderTest } from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import { medicationListsAgree, prescribe, prescriptionWithoutWarning } from '../../care/medication/index.ts';
import { drugCalled } from '../../care/medication/words.ts';
import { referralDealtWith, sendReferral } from '../../care/referral/index.ts';
import { noEarlyWarning, recordVitals, vitalsInChart } from '../../care/vitals/index.ts';
import { nameGiven, type Question, type Task } from '../../domain/activity.ts';
import { ref } from '../../domain/ref.ts';
import { findBrowser, launchBrowser } from '../browser/browser.ts';
import type { Answer } from '../care-system.ts';
import { AREAS } from '../testing/areas.ts';
import { person } from '../testing/people.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import { VITALS } from '../testing/vitals.ts';
import { answered } from './answered.ts';
import { FirstSights } from './first-sights.ts';
import type { Row } from './screen/panel.ts';
import { panelOn } from './screen/panel.ts';
import { Screen } from './screen/screen.ts';
import {
  htmlOf,
  ofAnother,
  SHORTCOMINGS,
  type StillPage,
  underWay,
  withFault,
} from './testing/still-page.ts';
import { pagesVocabulary } from './vocabulary.ts';

const PATIENT = person(1);
const PERSONNUMMER = PATIENT.identifier.value;
const MEASURED: Row = {
  Nummer: 'M-1',
  Andningsfrekvens: '16',
  Syremättnad: '98',
  Syrgas: 'Nej',
  'Systoliskt blodtryck': '130',
  Puls: '72',
  Medvetande: 'A',
  Temperatur: '37,1',
};

/** A question that is answered with yes where something is not there, and pages on which it is not. */
interface Absence {
  readonly question: Question;
  readonly done: readonly (readonly [Task, string])[];
  readonly tables: StillPage['tables'];
  /** What speaks against it when it is shown. */
  readonly refutation: Pick<StillPage, 'tables' | 'beside'>;
}

const vitals = [[recordVitals(VITALS, 'mätningen'), 'M-1']] as const;
const ordered = [[orderTest(testCalled('Troponin T'), 'provet'), 'B-1']] as const;
const prescribed = [[prescribe(drugCalled('Furosemid'), 'ordinationen'), 'O-1']] as const;
const drug = (row: Row = {}): Row => ({
  ...{ Nummer: 'O-1', Läkemedel: 'Furosemid', Dos: '40 mg', Varning: '–' },
  ...row,
});
const present = (row: Row = {}): Row => ({
  ...{ Personnummer: PERSONNUMMER, Kontakt: 'K-1', Namn: 'Skyddad identitet' },
  ...row,
});

const ABSENCES: readonly Absence[] = [
  {
    question: nothingInInbox(),
    done: [],
    tables: { Inkorg: { Inkorg: [] } },
    refutation: {
      tables: {
        Inkorg: { Inkorg: [{ Nummer: 'T-1', Meddelande: 'Utskrivning', Personnummer: PERSONNUMMER }] },
      },
    },
  },
  {
    question: noEarlyWarning(ref('mätningen')),
    done: vitals,
    tables: { Mätvärden: { Mätvärden: [MEASURED] } },
    refutation: {
      tables: { Mätvärden: { Mätvärden: [MEASURED] } },
      beside: { Patient: '<div role="alert" aria-label="Varning efter mätning M-1">NEWS2 9</div>' },
    },
  },
  {
    question: vitalsInChart(ref('mätningen')),
    done: vitals,
    tables: { Mätvärden: { Mätvärden: [MEASURED] } },
    refutation: { tables: { Mätvärden: { Mätvärden: [MEASURED, { ...MEASURED, Nummer: 'M-2' }] } } },
  },
  {
    question: exactlyOneAnswer(ref('provet')),
    done: ordered,
    tables: { 'Prov och svar': { Beställningar: [{ Nummer: 'B-1', Svar: '1' }] } },
    refutation: { tables: { 'Prov och svar': { Beställningar: [{ Nummer: 'B-1', Svar: '2' }] } } },
  },
  {
    question: prescriptionWithoutWarning(ref('ordinationen')),
    done: prescribed,
    tables: { Läkemedelslista: { Läkemedelslista: [drug()] } },
    refutation: { tables: { Läkemedelslista: { Läkemedelslista: [drug({ Varning: 'Dubbelordination' })] } } },
  },
  {
    question: medicationListsAgree(['physician', 'nurse']),
    done: prescribed,
    tables: {
      Läkemedelslista: { Läkemedelslista: [drug()] },
      Utdelningslista: { Utdelningslista: [drug()] },
    },
    refutation: {
      tables: {
        Läkemedelslista: { Läkemedelslista: [drug()] },
        Utdelningslista: { Utdelningslista: [drug({ Dos: '20 mg' })] },
      },
    },
  },
  {
    question: referralDealtWith(ref('remissen')),
    done: [[sendReferral('Artros', 'remissen'), 'R-1']],
    tables: { 'Obesvarade remisser': { 'Obesvarade remisser': [] } },
    refutation: { tables: { 'Obesvarade remisser': { 'Obesvarade remisser': [{ Nummer: 'R-1' }] } } },
  },
  {
    question: identityShielded('unit-list'),
    done: [[registerArrival('Yrsel', 'besöket'), 'K-1']],
    tables: { 'Enhetens lista': { 'Enhetens lista': [present()] } },
    refutation: {
      tables: {
        'Enhetens lista': {
          'Enhetens lista': [present({ Namn: `${PATIENT.givenName} ${PATIENT.familyName}` })],
        },
      },
    },
  },
];

const pages = pagesVocabulary(await AREAS.pages());
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(findBrowser());
});
afterAll(() => browser?.close());

/** One look at pages that show this and no more. */
async function lookedAt({ question, done }: Absence, html: string): Promise<Answer> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    const screen = new Screen(page);
    const context = stepOf({
      patient: PATIENT,
      bound: new Map(
        done.map(([task, reference]) => boundTo(nameGiven(task) ?? task.kind, task, { reference })),
      ),
    });
    return await answered(pages.question(question.kind), question, {
      ...{ context, patient: PATIENT, screen },
      screenOf: async () => screen,
      placeOf: pages.place,
      firstSights: new FirstSights(),
    });
  } finally {
    await page.close();
  }
}

const still = (what: Pick<StillPage, 'tables' | 'beside'>): string => htmlOf({ patient: PATIENT, ...what });

describe.each(ABSENCES)('$question.kind', (absence) => {
  it('is seen on pages that show nothing against it', async () => {
    expect(await lookedAt(absence, still(absence))).toMatchObject({ seen: true });
  });

  it('is not seen on pages that show something against it', async () => {
    const answer = await lookedAt(absence, still(absence.refutation));
    expect(answer.seen).toBe(false);
    if (absence.question.kind !== 'nothing-in-inbox') expect(answer).not.toHaveProperty('doubt');
  });

  it.each(SHORTCOMINGS)('is unknown on a page that $name', async ({ of, because }) => {
    const answer = await lookedAt(absence, of(still(absence)));
    expect(answer.seen).toBe(false);
    expect(answer.doubt).toMatch(because);
  });

  it('is no answer on a page that says that it could not be read', async () => {
    await expect(lookedAt(absence, withFault(still(absence)))).rejects.toThrow(/står: Tekniskt fel\./);
  });
});

it('what is not found on a page that shows a part is unknown, not missed', async () => {
  const tables = { 'Laboratoriets arbetslista': { 'Väntar på svar': [] } };
  const absence = {
    question: orderOnLaboratoryWorklist(ref('provet')),
    done: ordered,
    tables,
    refutation: { tables },
  };
  expect(await lookedAt(absence, still({ tables }))).not.toHaveProperty('doubt');
  for (const { of, because } of SHORTCOMINGS) {
    expect((await lookedAt(absence, of(still({ tables })))).doubt).toMatch(because);
  }
});

it.each([
  ['that is read still', underWay, /det läses fortfarande\.$/],
  ['that could not be read', withFault, /det står ”Tekniskt fel\. Det gick inte att läsa\.”\.$/],
  ['that is not there', () => '<main></main>', /det visas inte alls\.$/],
  ['of another’s page', (html: string) => ofAnother(html, PATIENT), /visar en annan patient\.$/],
] as const)('nothing can be said not to be in a list %s', async (_how, change, because) => {
  const page = await browser.newPage();
  await page.setContent(change(still({ tables: { Inkorg: { Inkorg: [] } } })));
  await expect(panelOn(page, 'Inkorg', PATIENT).assertWhole()).rejects.toThrow(because);
  await page.close();
});
