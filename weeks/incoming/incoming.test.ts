import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personnummer } from '../../domain/identifiers.ts';
import { firstWeeksIn } from '../../scenarios/load-first-weeks.ts';
import { at, PLAN, PLAN_TEXT } from '../testing/weeks.ts';
import { DEVIATION_CLASS } from './fhir.ts';
import { readIncoming } from './read-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-weeks-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HEADS = 'id;reported;class;unit;text;closed;owner;cause;patient;updated';
async function read(files: Readonly<Record<string, string>>, plan = PLAN) {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return readIncoming([folder], plan);
}
const csv = (...rows: readonly string[]): string => [HEADS, ...rows.map(whole), ''].join('\r\n');
/** A spreadsheet saves the empty cells of a row too. */
const whole = (row: string): string => row + ';'.repeat(HEADS.split(';').length - row.split(';').length);
const ROW = 'AVV-1;2027-01-13 08:00;2;akuten;Etikett åt fel håll';

const task = {
  resourceType: 'Task',
  identifier: [{ value: 'AVV-9' }],
  status: 'in-progress',
  intent: 'order',
  code: { coding: [{ system: DEVIATION_CLASS, code: '1' }] },
  description: 'Svar hos fel patient',
  authoredOn: '2027-01-13T07:00:00Z',
  owner: { display: 'Chefläkare' },
  location: { identifier: { value: 'labb' } },
  for: { reference: 'Patient/p-7' },
  reasonCode: { text: 'Koppling' },
};

describe('deviations as CSV', () => {
  it('are read with byte order mark, semicolons and Swedish time', async () => {
    const { deviations } = await read({
      'a.csv': `\uFEFF${csv(`${ROW};2027-01-13 09:30;Labbet;Skrivare;p1;`)}`,
    });
    expect(deviations).toMatchObject([
      {
        id: 'AVV-1',
        class: 2,
        unit: 'akuten',
        text: 'Etikett åt fel håll',
        owner: 'Labbet',
        cause: 'Skrivare',
      },
    ]);
    expect(deviations[0]?.reported).toBe(Date.UTC(2027, 0, 13, 7));
    expect(deviations[0]?.closed).toBe(at('2027-01-13 09:30'));
  });

  it('may have heads of their own, which the plan tells', async () => {
    const plan = firstWeeksIn(
      'plan.yaml',
      `${PLAN_TEXT}columns: { id: Ärende, reported: Anmäld, class: Allvar, unit: Enhet, text: Rubrik }\n`,
    );
    const { deviations } = await read(
      { 'a.csv': 'Ärende,Anmäld,Allvar,Enhet,Rubrik\nA,2027-01-13 08:00,klass 1,Akuten,Fel\n' },
      plan,
    );
    expect(deviations).toMatchObject([{ id: 'A', class: 1, unit: 'akuten' }]);
  });

  it('of one id count once, as they were last told, and a milder class is told', async () => {
    const { deviations, milder } = await read({
      'a.csv': csv('A;2027-01-13 08:00;1;akuten;Fel;;;;;2027-01-13 08:00'),
      'b.csv': csv('A;2027-01-13 08:00;3;akuten;Fel;2027-01-13 12:00;;;;2027-01-13 12:00'),
    });
    expect(deviations).toHaveLength(1);
    expect(deviations[0]).toMatchObject({ class: 3, closed: at('2027-01-13 12:00') });
    expect(milder).toEqual([{ id: 'A', from: 1, to: 3 }]);
  });

  it('from before the start are told and not counted', async () => {
    expect(await read({ 'a.csv': csv('A;2027-01-11 08:00;1;akuten;Fel') })).toMatchObject({
      deviations: [],
      before: 1,
    });
  });

  it.each([
    ['a class that is none', 'A;2027-01-13 08:00;hög;akuten;Fel', '"hög" i kolumnen class är ingen klass'],
    ['a unit that is none', 'A;2027-01-13 08:00;1;akutn;Fel', 'menade du "akuten"'],
    ['a time that is none', 'A;igår;1;akuten;Fel', '"igår" i kolumnen reported är ingen tidpunkt'],
    ['a day without a time', 'A;2027-01-13;1;akuten;Fel', 'är ingen tidpunkt'],
    ['no text', 'A;2027-01-13 08:00;1;akuten;', 'saknar kolumnen text'],
    [
      'closed before it was reported',
      'A;2027-01-13 08:00;1;akuten;Fel;2027-01-13 07:00',
      'stängd innan den är anmäld',
    ],
  ])('refused with file and line: %s', async (_what, row, sentence) => {
    await expect(read({ 'a.csv': csv(ROW, row) })).rejects.toThrow(new RegExp(`a[.]csv:3: .*${sentence}`));
  });

  it('refused where they name somebody who may live, wherever it stands', async () => {
    const { value } = personnummer('1985-03-09', 123);
    for (const row of [
      `A;2027-01-13 08:00;1;akuten;Fel för ${value.slice(2, 8)}-${value.slice(8)}`,
      `${ROW};;;;${value};`,
    ])
      await expect(read({ 'a.csv': csv(row) })).rejects.toThrow('a.csv:2: Här står ett personnummer');
    const published = csv('A;2027-01-13 08:00;1;akuten;Fel för 19121212-1212');
    await expect(read({ 'a.csv': published })).resolves.toBeDefined();
  });
});

describe('contacts', () => {
  it('are read, and the same figure twice counts once', async () => {
    const text = 'day;unit;contacts\n2027-01-13;akuten;140\n';
    expect((await read({ 'k1.csv': text, 'k2.csv': text })).contacts).toMatchObject([
      { day: '2027-01-13', contacts: 140 },
    ]);
  });

  it.each([
    [
      'two figures of one day',
      {
        'k1.csv': 'day;unit;contacts\n2027-01-13;akuten;140\n',
        'k2.csv': 'day;unit;contacts\n2027-01-13;akuten;14\n',
      },
      /k2[.]csv:2: .*14 här men 140 i .*k1[.]csv:2/,
    ],
    ['no number', { 'k.csv': 'day;unit;contacts\n2027-01-13;akuten;\n' }, /k[.]csv:2: "" är inget antal/],
    ['no day', { 'k.csv': 'day;unit;contacts\n2027-13-13;akuten;4\n' }, /k[.]csv:2: .*är ingen dag/],
    ['heads of neither', { 'x.csv': 'a;b\n1;2\n' }, /x[.]csv:1: Rubrikerna är varken/],
  ])('refused: %s', async (_what, files, sentence) => {
    await expect(read(files)).rejects.toThrow(sentence);
  });
});

describe('deviations as FHIR Task', () => {
  const lines = (...tasks: readonly object[]): string =>
    `${tasks.map((each) => JSON.stringify(each)).join('\n')}\n`;

  it('are read, and what was entered in error is none', async () => {
    const { deviations } = await read({
      'd.ndjson': lines(task, { ...task, identifier: [{ value: 'X' }], status: 'entered-in-error' }),
    });
    expect(deviations).toMatchObject([
      { id: 'AVV-9', class: 1, unit: 'labb', owner: 'Chefläkare', patient: 'Patient/p-7', cause: 'Koppling' },
    ]);
    expect(deviations[0]?.closed).toBeUndefined();
  });

  it.each([
    ['completed without an end', { ...task, status: 'completed' }, 'status completed men inget slut'],
    ['no class', { ...task, code: { coding: [{ code: 'x' }] } }, 'saknar Task.code'],
    ['another resource', { resourceType: 'Patient' }, 'ingen avvikelse som FHIR Task'],
  ])('refused with the line: %s', async (_what, wrong, sentence) => {
    await expect(read({ 'd.ndjson': lines(task, wrong) })).rejects.toThrow(
      new RegExp(`d[.]ndjson:2: .*${sentence}`),
    );
  });
});

it('a folder without anything to read is refused, and what is not read is told', async () => {
  await writeFile(path.join(folder, 'läsmig.txt'), 'hej');
  await expect(readIncoming([folder], PLAN)).rejects.toThrow('varken CSV eller NDJSON');
  await expect(readIncoming([path.join(folder, 'ingen')], PLAN)).rejects.toThrow('finns inte');
  const { ignored } = await read({ 'a.csv': csv(ROW), 'weeks.html': '' });
  expect(ignored.map((name) => path.basename(name))).toEqual(['läsmig.txt']);
});
