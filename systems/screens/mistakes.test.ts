import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../domain/input-error.ts';
import { loadProfile } from '../load-profile.ts';
import { AREAS } from '../testing/areas.ts';
import { openScreensDriver } from './open-driver.ts';

/** What is wrong in a file of screens is told where it stands, before any page is opened. */
const folder = mkdtempSync(join(tmpdir(), 'genrep-screens-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = readFileSync(join(import.meta.dirname, 'testing/small-client.yaml'), 'utf8');
const PROFILE = `name: kliniken
environment: test
ui:
  address: http://127.0.0.1:1/
  driver: screens
  screens: ./screens.yaml
  signIn: { staff: "{role}", registry: registret, password: env:KLINIKEN }
signIn: { method: none }
`;

/** The sentence that a file is refused with; nothing when it is taken. */
async function refused(screens: string, profile = PROFILE): Promise<string | undefined> {
  writeFileSync(join(folder, 'screens.yaml'), screens);
  writeFileSync(join(folder, 'system.yaml'), profile);
  try {
    await openScreensDriver(
      {
        ...{
          profile: loadProfile(join(folder, 'system.yaml')),
          areas: AREAS,
          channel: 'ui',
          recordings: folder,
        },
        clock: { now: () => 0, pause: async () => undefined },
      },
      { browser: () => '' },
    );
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

describe('a mistake in a file of screens', () => {
  it('is not in the one that the tests go by', async () => {
    expect(await refused(GOOD)).toBeUndefined();
  });

  it.each<[string, string, string, string]>([
    [
      'a kind that no area has',
      '  order-test:',
      '  order-tset:',
      ':29:3: Steget "order-tset" finns inte i något vårdområde; menade du "order-test"? Skriv ett av ',
    ],
    [
      'a step that there is none of',
      'click: { role: link',
      'clik: { role: link',
      ':34:9: Nyckeln "clik" finns inte här; menade du "click"? Här kan stå go, find, click, ',
    ],
    [
      'two steps on one line',
      '- go: /bestall\n',
      '- go: /bestall\n        find: patient\n',
      ':32:9: Ett steg har en nyckel; skriv varje sak som görs på en egen rad',
    ],
    [
      'a selector',
      'role: link, name: Till formuläret',
      'selector: "#form"',
      ':34:18: Nyckeln "selector" finns inte här. Här kan stå role, name, label, text, in.',
    ],
    [
      'a role that there is none of',
      'role: link, name: Till',
      'role: lnik, name: Till',
      ':34:24: "role" är "lnik"; menade du "link"? Välj ett av alert, ',
    ],
    [
      'a name without a role',
      'role: link, name: Till formuläret',
      'name: Till formuläret',
      ':34:18: "name" utan "role"; skriv vilken roll ”Till formuläret” har',
    ],
    [
      'a role without a name',
      'role: link, name: Till formuläret',
      'role: link',
      ':34:24: Rollen link behöver ett namn',
    ],
    [
      'a part told twice',
      'role: link, name: Till formuläret',
      'role: link, name: Till formuläret, text: Till',
      ':34:9: "click" säger vad på flera sätt; skriv role och name, eller label, eller text.',
    ],
    [
      'a field told by nothing',
      'fill: { label: Sök,',
      'fill: {',
      ':46:11: "fill" säger inte vad; skriv role och name, eller label.',
    ],
    [
      'an address elsewhere',
      'go: /bestall\n',
      'go: //annanstans\n',
      ':32:13: "go" är "//annanstans", som inte har rätt form; en adress inom klienten',
    ],
    [
      'a beginning nowhere',
      '    - go: /patienter\n    - fill',
      '    - fill',
      ':16:7: Det första steget ska vara go eller find',
    ],
    [
      'a patient found by being found',
      '- go: /patienter\n    - fill',
      '- find: patient\n    - fill',
      ':16:7: find: patient kan inte stå i det som säger hur patienten hittas',
    ],
    [
      'a patient who may be anybody',
      'found: { role: link, name: "{patient.identifier}" }',
      'found: { role: link, name: Patient }',
      ':19:3: "found" visar inte vem det är',
    ],
    [
      'a task that sends nothing',
      'send: { role: button, name: Spara, in',
      'click: { role: button, name: Spara, in',
      ':30:5: "do" har inget send',
    ],
    [
      'a task that sends twice',
      'check: { label: Akut }',
      'send: { label: Akut }',
      ':30:5: "do" har flera send',
    ],
    [
      'a question that sends',
      '- click: { role: button, name: Sök }',
      '- send: { role: button, name: Sök }',
      ':47:11: "send" sparar något, och här skrivs inget; skriv click.',
    ],
    [
      'a task without its reading back',
      '    readBack:',
      '    readbak:',
      ':43:5: Nyckeln "readbak" finns inte här; menade du "readBack"?',
    ],
    [
      'a task told as a question',
      '  exactly-one-answer:',
      '  give-dose:',
      ':59:3: ”ge dos” (give-dose) är något som görs; skriv do, saved och readBack.',
    ],
    [
      'a write that nobody knows again',
      '      keep: Nummer\n',
      '',
      ':43:5: Senare steg bygger på det som "order-test" gör; skriv keep',
    ],
    [
      'a question without when its page is whole',
      '    count: 1\n    whole: *counted\n',
      '    count: 1\n',
      ':60:5: Nyckeln "whole" saknas; lägg till den',
    ],
    [
      'a whole that says nothing',
      'whole: { seen: { text: Sidan slut } }',
      'whole: { empty: { text: Inget } }',
      ':68:5: "whole" säger inte när sidan är hel; skriv counts eller seen.',
    ],
    [
      'rows that are counted where none are meant',
      'whole: { seen: { text: Sidan slut } }',
      'whole: { counts: ["{count} rader"] }',
      ':68:14: "counts" räknar rader; skriv seen',
    ],
    [
      'a count without its number',
      '["{count} beställningar"]',
      '["beställningar"]',
      ':51:34: "counts" nummer 1 är "beställningar", som inte har rätt form',
    ],
    [
      'nothing to see',
      '    shows: { text: "{patient.identifier}" }\n',
      '',
      ':65:3: "answer-on-orderers-list" säger inte vad som ska synas; skriv ett av rows, shows eller absent.',
    ],
    [
      'cells of no rows',
      '    rows: { Nummer: "{order}" }\n    cells: { Prov: "{order.test.word}" }\n    whole: *counted\n',
      '    shows: { text: Nummer }\n    cells: { Prov: x }\n    whole: { seen: { text: Slut } }\n',
      ':56:5: "cells" gäller rader; lägg till rows',
    ],
    [
      'a field that the step has not',
      '"{test.word}" }\n      - fill',
      '"{test.wrod}" }\n      - fill',
      ':36:32: {test.wrod} finns inte i steget; menade du "test.word"? Det har test.word, ',
    ],
    [
      'a field of an earlier step that it has not',
      '{order.test.word}',
      '{order.test.name}',
      ':56:14: {order.test.name} finns inte i steget',
    ],
    [
      'a person’s field that there is none of',
      'with: "{patient.identifier}" }\n    - press',
      'with: "{patient.identifer}" }\n    - press',
      ':17:36: {patient.identifer} finns inte här; menade du "patient.identifier"? Här kan stå ',
    ],
    [
      'a brace that is left open',
      '"{token}" }\n      - check',
      '"{token" }\n      - check',
      ':37:55: "{token" har en klammer för mycket eller för litet',
    ],
    [
      'a password where nobody signs in',
      '"{token}" }\n      - check',
      '"{password}" }\n      - check',
      ':37:55: {password} finns bara när någon loggar in',
    ],
    [
      'a person where somebody signs in',
      '{account}',
      '{patient.identifier}',
      ':8:39: {patient.identifier} finns inte när någon loggar in',
    ],
    ['a tab where none can be', '  find:\n', '  find:\n\t', 'Det här är inte YAML'],
  ])('is told with line and column: %s', async (_, from, to, sentence) => {
    const message = await refused(changed(from, to));
    expect(message).toContain(sentence.startsWith(':') ? `screens.yaml${sentence}` : sentence);
    expect(message?.split('\n')).toHaveLength(1);
  });

  it('beside another is told with it, in the order of their lines', async () => {
    const both = changed('role: link, name: Till formuläret', 'role: link').replace(
      '{order.test.word}',
      '{order',
    );
    const lines = (await refused(both))?.split('\n').map((line) => /screens\.yaml:(\d+):/.exec(line)?.[1]);
    expect(lines).toEqual(['34', '56']);
  });
});

describe('the guide’s files', () => {
  it('are taken as they stand there', async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/how-to/screens.md'), 'utf8');
    const [profile, screens] = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
    expect(await refused(screens ?? '', profile?.replace('vara-skarmar', 'screens'))).toBeUndefined();
    expect(await refused('activities: {}', profile?.replace('vara-skarmar', 'screens'))).toContain(
      '"patient" saknas',
    );
  });
});

describe('a profile with screens', () => {
  it.each([
    [
      'without the file',
      '  screens: ./screens.yaml\n',
      '',
      ':5:11: driver: screens behöver filen som säger hur klienten används',
    ],
    ['that is not there', './screens.yaml', './borta.yaml', 'borta.yaml; rätta "screens"'],
    [
      'and another driver',
      'driver: screens',
      'driver: reference-ui',
      ':6:3: "screens" hör till driver: screens',
    ],
    [
      'where nobody signs in',
      / {2}signIn: \{ staff.*\n/,
      '',
      'säger inte vilka som loggar in på sidorna; lägg till ui.signIn',
    ],
    [
      'where nobody adds patients',
      'registry: registret, ',
      '',
      'säger inte vem som lägger upp patienter; lägg till ui.signIn.registry',
    ],
  ])('is refused %s', async (_, from, to, sentence) => {
    expect(await refused(GOOD, PROFILE.replace(from, to))).toContain(sentence);
  });
});
