import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { loadRequirements } from '../scenarios/load-requirements.ts';
import { compileFlows } from './compile.ts';
import { loadSteps, type Steps } from './steps.ts';

/** What a test lead gets wrong, each told with its line, what was expected there and what to do. */

const root = path.resolve(import.meta.dirname, '..');
const { requirements } = loadRequirements();
let steps: Steps;
beforeAll(async () => {
  steps = await loadSteps(root);
});

async function compileText(text: string | Uint8Array) {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-mistakes-'));
  const file = path.join(folder, 'prov.feature');
  await writeFile(file, text);
  return compileFlows({ root, steps, requirements, paths: [file] });
}

/** The sentences a file is refused with, each with its line and column in front: '6:3: Raden …'. */
async function told(text: string | Uint8Array): Promise<string[]> {
  const error: unknown = await compileText(text).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.split('\n').map((line) => line.replace(/^.*?prov\.feature:?/, ''));
}

const HEAD = '# language: sv\nEgenskap: Prov\n';
const PATIENT = '    Givet en patient mellan 20 och 30 år';
const ARRIVAL = '    När medicinska sekreteraren på akuten registrerar patienten för "Hosta"';
const ADMITTED = '    När medicinska sekreteraren på avdelningen skriver in patienten som "in"';
const ORDERED = '    Och läkaren på akuten ordinerar och signerar Kalium som "provet"';
const COLLECTED = '    Och undersköterskan på akuten tar "provet"';
const ANSWERED =
  '    Och biomedicinska analytikern på laboratoriet svarar 4,1 mmol/L på "provet" som "svaret"';
const PRESCRIBED = '    Och läkaren på akuten ordinerar Furosemid som "dosen"';
const VITALS = '    Och sjuksköterskan på akuten för in vitalparametrar som "värdena":';

/** A scenario; its tags are on line 3, its title on line 4 and its first step on line 5. */
const scenario = (steps: readonly string[], tags = '@klass-1', title = 'Ett prov') =>
  [`${HEAD}  ${tags}`, `  Scenario: ${title}`, ...steps].join('\n');

const vitals = (changed: Readonly<Record<string, string>> = {}) => {
  const rows = {
    andningsfrekvens: '16',
    syremättnad: '97',
    syrgas: 'nej',
    'systoliskt blodtryck': '128',
    puls: '76',
    medvetande: 'A',
    temperatur: '36,8',
    ...changed,
  };
  return [VITALS, ...Object.entries(rows).map(([name, value]) => `      | ${name} | ${value} |`)];
};

it('lets through what holds no mistake', async () => {
  const flow = scenario(
    [PATIENT, ARRIVAL, ORDERED, COLLECTED, ANSWERED, ...vitals()],
    '@klass-1 @min-egen-tagg @flöde-provet',
  );
  expect(await compileText(flow)).toHaveLength(1);
});

describe('tags', () => {
  it.each([
    [
      'a requirement that exists nowhere',
      '@klass-1 @KRAV-LAB-99',
      /^4: Kravet KRAV-LAB-99 finns inte; menade du "KRAV-LAB-0\d"\? .*KRAV-LAB-01, KRAV-LAB-02/,
    ],
    [
      'a requirement of an area that exists nowhere',
      '@klass-1 @KRAV-QQQQQ-01',
      /^4: Kravet KRAV-QQQQQ-01 finns inte\. I .*KRAV-ADT-01.*KRAV-SEK-01/,
    ],
    [
      'a requirement that no step can show',
      '@klass-1 @KRAV-LAB-01',
      /^4: Inget steg i scenariot kan visa KRAV-LAB-01\. Det gör till exempel "ser .* "provet" på arbetslistan inom 5 sekunder"; lägg till/,
    ],
    [
      'a requirement in small letters',
      '@klass-1 @krav-lab-01',
      /^4: Taggen @krav-lab-01 går inte att läsa; skriv/,
    ],
    ['a requirement with another sign', '@klass-1 @KRAV_LAB_01', /^4: Taggen @KRAV_LAB_01 går inte/],
    ['a safety class that there is not', '@klass-4', /^4: Taggen @klass-4 går inte/],
    ['a safety class spelt otherwise', '@Klass1', /^4: Taggen @Klass1 går inte/],
    [
      'no safety class',
      '@akut',
      /^4: .*exakt en av taggarna "@klass-1", "@klass-2" eller "@klass-3" och har ingen/,
    ],
    ['two safety classes', '@klass-1 @klass-2', /^4: .*har @klass-1 och @klass-2/],
  ])('%s', async (_what, tags, sentence) => {
    expect((await told(scenario([PATIENT, ARRIVAL], tags)))[0]).toMatch(sentence);
  });
});

describe('the patient', () => {
  const from = (given: string) => scenario([`    Givet ${given}`, ARRIVAL]);
  it.each([
    [
      'an age range turned round',
      from('en patient mellan 80 och 20 år'),
      /^4: Åldrarna står omvänt: mellan 80 och 20 år\. .*mellan 20 och 80 år/,
    ],
    [
      'an age that nobody has',
      from('en patient mellan 20 och 200 år'),
      /^4: Patientens ålder är 200 år men kan vara 0–110/,
    ],
    ['no patient', scenario([ARRIVAL]), /^4: Scenariot ska börja med "Givet en patient …"/],
    ['no steps at all', scenario([]), /^4: Scenariot har inga steg; börja med "Givet en patient/],
    ['two patients', scenario([PATIENT, PATIENT, ARRIVAL]), /^6: .*har redan sin patient/],
    ['a patient who comes after', scenario([ARRIVAL, PATIENT]), /^6: .*patienten ska komma först/],
  ])('%s', async (_what, text, sentence) => {
    expect((await told(text))[0]).toMatch(sentence);
  });
});

describe('quantities that cannot be true', () => {
  const measured = (changed: Readonly<Record<string, string>>) =>
    scenario([PATIENT, ARRIVAL, ...vitals(changed)]);
  const answered = (answer: string, test = 'Kalium') =>
    scenario([
      PATIENT,
      ARRIVAL,
      ORDERED.replace('Kalium', test),
      COLLECTED,
      ANSWERED.replace('4,1 mmol/L', answer),
    ]);
  const dosed = (dose: string) =>
    scenario([PATIENT, ADMITTED, PRESCRIBED, `    Och läkaren på akuten ändrar "dosen" till ${dose}`]);
  const atHome = (pressure: string) =>
    scenario([PATIENT, `    När patienten lämnar sitt blodtryck ${pressure} som "hemma"`]);
  it.each([
    ['a pulse of 1240', measured({ puls: '1240' }), /^7: Puls är 1240 \/min men kan vara 15–300\./],
    ['a pulse with a decimal', measured({ puls: '72,5' }), /^7: Puls är 72,5 \/min men mäts i hela tal/],
    [
      'a temperature without its comma',
      measured({ temperatur: '394' }),
      /^7: Temperatur är 394 °C men kan vara 20–45/,
    ],
    [
      'more oxygen than there is',
      measured({ syremättnad: '197' }),
      /^7: Syremättnad är 197 % men kan vara 30–100/,
    ],
    ['no breath', measured({ andningsfrekvens: '0' }), /^7: Andningsfrekvens är 0/],
    [
      'a number with its unit',
      measured({ puls: '76 slag' }),
      /^7: .*raden "puls" ska vara ett tal utan enhet och är "76 slag"/,
    ],
    ['an empty cell', measured({ puls: '' }), /^7: .*raden "puls" ska vara ett tal utan enhet och är ""/],
    [
      'a consciousness that is no letter of ACVPU',
      measured({ medvetande: 'B' }),
      /^7: .*ska vara A eller C eller V eller P eller U och är "B"/,
    ],
    [
      'a blood pressure turned round',
      atHome('86/142'),
      /^6: Undre blodtrycket 142 är inte lägre än det övre 86/,
    ],
    [
      'a blood pressure that nobody has',
      atHome('420/86'),
      /^6: Övre blodtryck är 420 mmHg men kan vara 30–300/,
    ],
    [
      'a unit that the test is never answered in',
      answered('4,1 mg/L'),
      /^9: Kalium besvaras i mmol\/L, inte i mg\/L/,
    ],
    ['an answer without its comma', answered('41 mmol/L'), /^9: Kalium är 41 mmol\/L men kan vara 1–12/],
    [
      'a number where words are answered',
      answered('4,1 mmol/L', 'Blododling'),
      /^9: Blododling besvaras med ord och inte med 4,1 mmol\/L; skriv .* med orden:/,
    ],
    ['a dose in another kind of unit', dosed('20 mL'), /^8: Furosemid doseras i g, mg, ug, inte i mL/],
    ['a thousandfold dose', dosed('40 g'), /^8: Dosen 40 g Furosemid kan inte stämma: den vanliga är 40 mg/],
    ['a dose of nothing', dosed('0 mg'), /^8: Dosen 0 mg Furosemid kan inte stämma/],
  ])('%s', async (_what, text, sentence) => {
    expect(await told(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('an order that care does not have', () => {
  const later = (...lines: readonly string[]) => scenario([PATIENT, ARRIVAL, ...lines]);
  it.each([
    [
      'an answer before the specimen',
      later(ORDERED, ANSWERED),
      /^8: Steget kommer innan provet har tagits \("provet"\); flytta det/,
    ],
    [
      'the answer is seen before it is given',
      later(ORDERED, COLLECTED, '    Så ser läkaren på akuten svar på "provet" inom 5 sekunder', ANSWERED),
      /^9: Steget kommer innan provet har besvarats/,
    ],
    [
      'a call about what is not answered',
      later(
        ORDERED,
        COLLECTED,
        '    Och biomedicinska analytikern på laboratoriet ringer sjuksköterskan om "provet" som "samtalet"',
      ),
      /^9: .*innan provet har besvarats/,
    ],
    [
      'a discharge of somebody who was not admitted',
      later('    Och läkaren på avdelningen skriver ut patienten som "ut"'),
      /^7: .*innan patienten har skrivits in/,
    ],
    [
      'triage of somebody who has not come',
      scenario([PATIENT, '    När sjuksköterskan på akuten prioriterar patienten som orange']),
      /^6: .*innan patienten har registrerats/,
    ],
    [
      'another name than was given',
      later(ORDERED, '    Och undersköterskan på akuten tar "prover"'),
      /^8: .*namnet "prover"; menade du "provet"\? Hittills finns "ankomsten", "provet"/,
    ],
    [
      'a name of something else',
      later(ORDERED, PRESCRIBED, '    Och undersköterskan på akuten tar "dosen"'),
      /^9: "dosen" är inte en provordination, som steget behöver; skriv "provet"/,
    ],
    ['a name given twice', later(ORDERED, ORDERED), /^8: Namnet "provet" är redan givet/],
    [
      'a role without a place',
      later(ORDERED.replace('läkaren på akuten', 'läkaren')),
      /^7: Skriv var rollen arbetar: "på akuten", .* eller "i kommunen"/,
    ],
    [
      'a patient at a ward',
      scenario([PATIENT, '    När patienten på akuten lämnar sitt blodtryck 142/86 som "hemma"']),
      /^6: Patienten gör sitt hemifrån/,
    ],
    [
      'a score that the values do not give',
      later(
        ...vitals(),
        '    Så varnas sjuksköterskan på akuten för NEWS2 7 efter "värdena" inom 5 sekunder',
      ),
      /^15: Värdena i "värdena" ger NEWS2 0, inte 7/,
    ],
    [
      'silence where the values warn',
      later(
        ...vitals({ puls: '135', andningsfrekvens: '28', syremättnad: '90' }),
        '    Så varnas sjuksköterskan på akuten inte efter "värdena" under 3 sekunder',
      ),
      /^15: Värdena i "värdena" ger NEWS2 9, som ska varna/,
    ],
    [
      'a stop for an allergy that nobody knows of',
      later(
        '    Och läkaren på akuten försöker ordinera Bensylpenicillin som "försöket"',
        '    Så stoppas "försöket" för läkaren på akuten på grund av penicillin',
      ),
      /^8: Ingen allergi mot penicillin är känd; anteckna den/,
    ],
    [
      'a stop of a drug that the allergy does not shut',
      later(
        '    Och sjuksköterskan på akuten antecknar allergi mot penicillin som "allergin"',
        '    Och läkaren på akuten försöker ordinera Klindamycin som "försöket"',
        '    Så stoppas "försöket" för läkaren på akuten på grund av penicillin',
      ),
      /^9: Klindamycin hör inte till det som allergi mot penicillin stänger/,
    ],
    [
      'the shielding of somebody who is not protected',
      later('    Så är patientens namn och adress skyddade i journalen för sjuksköterskan på akuten'),
      /^7: Bara den som har skyddad identitet/,
    ],
    [
      'a limit of nothing',
      later('    Så ser sjuksköterskan på akuten patienten i enhetens lista inom 0 sekunder'),
      /^7: Tiden är 0; skriv till exempel 5 sekunder/,
    ],
    [
      'a limit that nobody can wait out',
      later('    Så ser sjuksköterskan på akuten patienten i enhetens lista inom 2 timmar'),
      /^7: Gränsen 2 h är verklig tid/,
    ],
    ['a wait of nothing', later('    När 0 timmar har gått'), /^7: Tiden är 0/],
  ])('%s', async (_what, text, sentence) => {
    expect(await told(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('what follows a step', () => {
  const after = (...lines: readonly string[]) => scenario([PATIENT, ARRIVAL, ...lines]);
  it.each([
    [
      'a missing table, with the rows it has',
      after(VITALS),
      /^7: Steget ".*vitalparametrar.*" ska följas av en tabell; skriv den på raderna under.*: den ska ha raderna andningsfrekvens, syremättnad, .*temperatur\./,
    ],
    [
      'a table too many',
      after(ORDERED, '      | a | b |'),
      /^7: Steget ".*Kalium.*" ska inte följas av en tabell; ta bort den/,
    ],
    ['text too many', after(ORDERED, '      """', '      hej', '      """'), /^7: .*ska inte följas av text/],
    [
      'a table where text is',
      after(
        ORDERED,
        COLLECTED,
        '    Och biomedicinska analytikern på laboratoriet svarar på "provet" som "svaret" med orden:',
        '      | a |',
      ),
      /^9: .*ska följas av text, inte av en tabell; .*"""/,
    ],
    [
      'text where a table is',
      after(VITALS, '      """', '      puls 80', '      """'),
      /^7: .*ska följas av en tabell, inte av text/,
    ],
    [
      'missing text',
      after(
        ORDERED,
        COLLECTED,
        '    Och biomedicinska analytikern på laboratoriet svarar på "provet" som "svaret" med orden:',
      ),
      /^9: .*ska följas av text; skriv den .*"""/,
    ],
    [
      'a row that nobody reads',
      after(...vitals(), '      | längd | 180 |'),
      /^7: .*tabellen ska inte ha raden "längd"; den ska ha andningsfrekvens/,
    ],
    [
      'a misspelt row',
      after(...vitals(), '      | pulss | 80 |'),
      /^7: .*inte ha raden "pulss"; menade du "puls"\?/,
    ],
    ['a row twice', after(...vitals(), '      | puls | 80 |'), /^7: .*har raden "puls" två gånger/],
    ['a table of three columns', after(VITALS, '      | puls | 80 | slag |'), /^7: .*ska ha två kolumner/],
    [
      'missing rows, all of them named',
      after(VITALS, '      | puls | 80 |'),
      /^7: .*saknar raderna andningsfrekvens, syremättnad, syrgas, .*; den har puls/,
    ],
  ])('%s', async (_what, text, sentence) => {
    expect(await told(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('sentences', () => {
  const step = (sentence: string) => scenario([PATIENT, ARRIVAL, ORDERED, COLLECTED, `    Och ${sentence}`]);
  it.each([
    [
      'curly quotation marks',
      'läkaren på akuten ordinerar Furosemid som ”dosen”',
      /^9: Steget .* ska ha raka citattecken \("\): läkaren på akuten ordinerar Furosemid som "dosen"$/,
    ],
    [
      'a space that does not break',
      'läkaren på akuten\u00a0ordinerar Furosemid som "dosen"',
      /^9: .*vanliga mellanslag: läkaren/,
    ],
    ['two spaces', 'läkaren  på akuten ordinerar Furosemid som "dosen"', /^9: .*ett mellanslag mellan orden/],
    ['a full stop', 'läkaren på akuten ordinerar Furosemid som "dosen".', /^9: .*inget skiljetecken sist/],
    [
      'a decimal point',
      'biomedicinska analytikern på laboratoriet svarar 4.1 mmol/L på "provet" som "svaret"',
      /^9: .*ska ha decimalkomma: .*4,1 mmol\/L/,
    ],
    [
      'no space before a unit',
      'biomedicinska analytikern på laboratoriet svarar 4,1mmol/L på "provet" som "svaret"',
      /^9: .*mellanslag före enheten: .*4,1 mmol\/L/,
    ],
    [
      'a capital',
      'Läkaren på akuten ordinerar Furosemid som "dosen"',
      /^9: .*liten bokstav: läkaren på akuten/,
    ],
    [
      'a test that is not known, with all there are',
      'läkaren på akuten ordinerar och signerar Litium som "p"',
      /^9: Okänt ord "Litium" i steget .*ett prov, till exempel "Troponin T"\. Här kan stå .*"Kalium".*"CRP"/,
    ],
    [
      'a role that is not known, with all there are',
      'kiropraktorn på akuten ordinerar Furosemid som "dosen"',
      /^9: Okänt ord "kiropraktorn" .*Här kan stå "läkaren", "sjuksköterskan"/,
    ],
    [
      'a place that is not known, with all there are',
      'läkaren på kirurgen ordinerar Furosemid som "dosen"',
      /^9: Okänt ord "på kirurgen" .*Här kan stå "på akuten", .*"i kommunen"/,
    ],
    [
      'a colour in another form',
      'sjuksköterskan på akuten prioriterar patienten som rött',
      /^9: Okänt ord "rött" .*Här kan stå .*"röd"/,
    ],
    [
      'an answer without a number',
      'biomedicinska analytikern på laboratoriet svarar högt på "provet" som "svaret"',
      /^9: Okänt ord "högt" .*en mängd med enhet och decimalkomma, till exempel "4,1 mmol\/L"\.$/,
    ],
    [
      'a sentence that is near another',
      'läkaren på akuten ordinerade och signerade Kalium som "p"',
      /^9: Det finns inget steg .*Närmast är: läkaren på akuten ordinerar och signerar Kalium som "p"\./,
    ],
    [
      'a sentence that is near none',
      'solen går upp över Borås',
      /^9: Det finns inget steg "solen går upp över Borås"\. Alla meningar visas/,
    ],
  ])('%s', async (_what, sentence, expected) => {
    expect(await told(step(sentence))).toEqual([expect.stringMatching(expected)]);
  });

  it('suggest no piece of a pattern', async () => {
    for (const sentence of ['kiropraktorn på bb ordinerar Furosemid som "d"', 'läkaren gör något annat']) {
      expect((await told(step(sentence))).join(' ')).not.toMatch(/[{}|?\\]\w|\(\?:/);
    }
  });
});

describe('Gherkin', () => {
  const FIRST = `${HEAD}  @klass-1\n  Scenario: Ett prov\n${PATIENT}\n`;
  const outline = (header: string, ...rows: readonly string[]) =>
    [
      `${HEAD}  @klass-1`,
      '  Scenariomall: För <skäl>',
      PATIENT,
      ARRIVAL.replace('Hosta', '<skäl>'),
      '    Exempel:',
      `      | ${header} |`,
      ...rows.map((row) => `      | ${row} |`),
    ].join('\n');
  it.each([
    [
      'a misspelt keyword',
      `${FIRST}    Nr läkaren på akuten tar "x"\n`,
      /^6:5: Raden "Nr läkaren på akuten tar "x"" går inte att läsa; menade du "När"\? .*Här väntas .*ett steg \(Givet, När, Så, Och, Men\)/,
    ],
    [
      'no keyword',
      `${FIRST}    Kanske hostar patienten\n`,
      /^6:5: Raden "Kanske hostar patienten" går inte att läsa\. Under ett scenario står ett steg på varje rad\. Här väntas/,
    ],
    ['an English keyword', `${FIRST}    When x\n`, /^6:5: .*; skriv "När", filerna är på svenska\./],
    ['an English file', 'Feature: Prov\n  Scenario: x\n', /^1:1: .*skriv "Egenskap:"/],
    [
      'no Egenskap',
      '# language: sv\nScenario: x\n',
      /^2:1: .*En fil har en egenskap, och börjar med den\. Här väntas taggar \(@…\), "Egenskap:"/,
    ],
    [
      'a language that there is not',
      '# language: svenska\nEgenskap: Prov\n',
      /^1:1: Språket "svenska" finns inte i Gherkin; skriv "# language: sv"/,
    ],
    [
      'a tag with a space',
      `${HEAD}  @klass 1\n  Scenario: x\n${PATIENT}\n`,
      /^3:3: En tagg får inte innehålla mellanslag/,
    ],
    [
      'tags that belong to nothing',
      `${FIRST}  @klass-2\n`,
      /^7(:\d+)?: Filen tar slut för tidigt\. Taggar står på raden före det som de gäller\. Här väntas/,
    ],
    [
      'a text without an end',
      `${FIRST}    Och x:\n      """\n      hej\n`,
      /^9(:\d+)?: Filen tar slut för tidigt\. En text som börjar med """ slutar med en egen rad """\./,
    ],
    [
      'a row with another number of cells',
      `${FIRST}${VITALS}\n      | puls | 80 |\n      | syrgas |\n`,
      /^8:7: Raden har 1 celler men tabellens första rad har 2/,
    ],
    ['a file without anything', '', /^1: Filen är tom; skriv "Egenskap:"/],
    ['a feature without scenarios', HEAD, /^2: Egenskapen har inga scenarier/],
    [
      'a feature without a name',
      '# language: sv\nEgenskap:\n  @klass-1\n  Scenario: x\n',
      /^2: Egenskapen saknar namn/,
    ],
    [
      'a scenario without a title',
      scenario([PATIENT, ARRIVAL], '@klass-1', ''),
      /^4: Scenariot saknar titel; skriv den efter "Scenario:"/,
    ],
    [
      'a misspelt keyword under the title',
      `${HEAD}  @klass-1\n  Scenario: x\n    Givt en patient mellan 20 och 30 år\n${ARRIVAL}\n`,
      /^4: Raden "Givt en patient mellan 20 och 30 år" läses som en beskrivning och spelas aldrig; menade du "Givet"\?/,
    ],
    ['an outline without examples', outline('skäl'), /^4: Scenariot har inga exempel att spela/],
    [
      'a column that there is not',
      outline('orsak', 'Hosta'),
      /^4: <skäl> är ingen kolumn i "Exempel:"\. Där finns orsak/,
    ],
    [
      'columns without examples',
      scenario([PATIENT, ARRIVAL.replace('Hosta', '<skäl>')]),
      /^4: <skäl> är kolumner, men scenariot har inga "Exempel:"/,
    ],
    [
      'letters with loose marks',
      scenario([PATIENT]).replace('patient mellan', 'patient mellan').normalize('NFD'),
      /^5:\d+: Bokstaven å är skriven med lös prick eller ring \(Unicode NFD\).*spara hela filen som NFC/,
    ],
    [
      'letters that are not UTF-8',
      Buffer.from(scenario([PATIENT]), 'latin1'),
      /^ Filen är inte UTF-8: .*Spara om den/,
    ],
  ])('%s', async (_what, text, sentence) => {
    expect((await told(text))[0]).toMatch(sentence);
  });

  it('speaks no English of any line that cannot be read', async () => {
    for (const text of [
      `${FIRST}    | a |\n    hej\n`,
      `${HEAD}  Bakgrund:\n  hej\n  @x\n  Bakgrund:\n`,
      `${FIRST}    """\n`,
    ]) {
      expect((await told(text)).join(' ')).not.toMatch(
        /expected|got|unexpected|inconsistent|supported|#[A-Z]/,
      );
    }
  });

  it('reads a file from Windows, with a mark of its byte order', async () => {
    const text = `\ufeff${scenario([PATIENT, ARRIVAL]).replaceAll('\n', '\r\n')}\r\n`;
    expect(await compileText(text)).toHaveLength(1);
  });
});

it('tells all mistakes of a file at once, in the order of their lines', async () => {
  const text = [
    scenario(
      [
        PATIENT,
        '    När läkaren på kirurgen ordinerar Furosemid som "dosen"',
        ...vitals({ puls: 'hög' }),
        '    Och läkaren på akuten dansar',
        '    Och läkaren på akuten ordinerar Aspirin som "x"',
      ],
      '@klass-1 @KRAV-LAB-99',
    ),
    '',
    '  @klass-1',
    '  Scenario: Nästa',
    '    Givet en patient mellan 80 och 20 år',
    ARRIVAL,
  ].join('\n');
  expect(await told(text)).toEqual([
    expect.stringMatching(/^4: Kravet KRAV-LAB-99/),
    expect.stringMatching(/^6: Okänt ord "på kirurgen"/),
    expect.stringMatching(/^7: .*"hög"/),
    expect.stringMatching(/^15: Det finns inget steg "läkaren på akuten dansar"/),
    expect.stringMatching(/^16: Okänt ord "Aspirin"/),
    expect.stringMatching(/^19: Åldrarna står omvänt/),
  ]);
});

it('tells all lines of a file that are no Gherkin at once', async () => {
  const text = `${scenario([PATIENT])}\n    hej\n${ARRIVAL}\n    hopp\n`;
  expect(await told(text)).toEqual([
    expect.stringMatching(/^6:5: Raden "hej"/),
    expect.stringMatching(/^8:5: Raden "hopp"/),
  ]);
});
