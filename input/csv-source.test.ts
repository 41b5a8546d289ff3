import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv, readTable } from './csv-source.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (content: string): string => {
  const file = path.join(folder, 'lista.csv');
  writeFileSync(file, content);
  return file;
};
const COLUMNS = { id: { heads: ['id', 'nr'] }, count: { heads: ['antal'], read: Number } };
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'count'],
  properties: { id: { description: 'radens id', type: 'string' }, count: { type: 'number', minimum: 1 } },
};
const read = (content: string) =>
  readCsv<{ id: string; count: number }>(fileOf(content), COLUMNS, SCHEMA).rows;

describe('a table that a spreadsheet saved', () => {
  it.each([
    ['semicolons', 'id;antal\na;1\n'],
    ['commas', 'id,antal\na,1\n'],
    ['tabs and other heads', 'Nr\tANTAL\na\t1\n'],
    ['a byte order mark and its own line ends', '\uFEFFid;antal\r\na;1\r\n'],
    ['semicolons, texts full of commas', 'id;antal\n"a";1\n\n;\n'],
  ])('is read with %s', (_, content) => {
    expect(read(content).map(({ row }) => row)).toEqual([{ id: 'a', count: 1 }]);
  });

  it('keeps commas of texts under a single head', () => {
    expect(readTable(fileOf('Nr;Text\n1;Ett, två, tre\n')).rows[0]?.cells).toEqual(['1', 'Ett, två, tre']);
  });

  it('has the line of each row, also below cells of several lines and empty rows', () => {
    const rows = read('id;antal\n"a\nb";1\n\nc;2\n');
    expect(rows.map(({ position }) => position.line)).toEqual([2, 5]);
  });

  it('opens what was kept from being a formula', () => {
    expect(read("id;antal\n'=1+1;3\n")[0]?.row.id).toBe('=1+1');
  });

  it.each([
    ['an unknown column', 'id;antl\na;1\n', /lista\.csv:1: Kolumnen "antl" finns inte; menade du "antal"/],
    ['a missing cell', 'id;antal\na;\n', /lista\.csv:2: Nyckeln "count" saknas/],
    ['a wrong value, with its own line', 'id;antal\na;1\nb;0\n', /lista\.csv:3: "count" är 0/],
    ['nothing', '', /är tom/],
    [
      'a cell that no head is above',
      'id;antal\na;1;2\n',
      /lista\.csv:2: Raden har 3 celler, men rubrikerna är 2/,
    ],
    ['an open quote', 'id;antal\n"a;1\n', /går inte att läsa som CSV/],
  ])('is refused for %s', (_, content, sentence) => {
    expect(() => read(content)).toThrow(sentence);
  });

  it('that is not there is refused', () => {
    expect(() => readTable(path.join(folder, 'ingen.csv'))).toThrow(/går inte att läsa/);
  });
});
