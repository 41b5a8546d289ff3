import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTrace } from './load-trace.ts';
import { readList } from './read-list.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-trace-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const REQIF = readFileSync(path.join(import.meta.dirname, '../traces/exempel-krav.reqif'), 'utf8');
const COLUMNS = { id: 'ReqIF.ForeignID', text: 'ReqIF.Text', priority: 'Prioritet' };
const ITEMS = [
  {
    id: 'SK-101',
    text: 'Beställda prov ska finnas på laboratoriets arbetslista utan dröjsmål. Gäller dygnet runt.',
    priority: 'Ska',
  },
  { id: 'SK-106', text: 'Ett avbokat besök ska frigöra tiden för en annan patient.', priority: 'Bör' },
];

describe('a list in ReqIF', () => {
  it('is read by the names of its attributes: words of what is formatted, names of what is chosen', () => {
    expect(readList(at('krav.reqif', REQIF), COLUMNS)).toEqual(ITEMS);
  });

  it('is read with a prefix before every element, as some tools write it, and out of an archive', () => {
    const prefixed = REQIF.replaceAll(/<(\/?)(?!xhtml|\?)([A-Z])/g, '<$1rif:$2').replace(
      'xmlns=',
      'xmlns:rif=',
    );
    expect(prefixed).toContain('<rif:SPEC-OBJECT ');
    const archive = at('krav.reqifz', zipSync({ 'krav.reqif': strToU8(prefixed), 'bild.png': strToU8('x') }));
    expect(readList(archive, COLUMNS)).toEqual(ITEMS);
  });

  it('opens no entity of its own making', () => {
    const bomb = REQIF.replace(
      '<REQ-IF ',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<REQ-IF ',
    ).replace('Gäller', '&a;Gäller');
    expect(() => readList(at('bomb.reqif', bomb), COLUMNS)).toThrow(/bomb\.reqif:\d+: Det här är inte XML/);
  });

  it.each([
    ['no XML', 'hej', /fel\.reqif:\d+: Det här är inte XML/],
    [
      'an element that is not closed',
      REQIF.replace('</SPEC-OBJECTS>', ''),
      /fel\.reqif:\d+: Det här är inte XML/,
    ],
    ['other XML', '<krav/>', /fel\.reqif:1: Filen är inte ReqIF/],
    ['no requirements', REQIF.replace(/<SPEC-OBJECTS>[\s\S]*<\/SPEC-OBJECTS>/, ''), /har inga krav/],
    [
      'an attribute that it does not describe',
      REQIF.replaceAll('>_ad-prio<', '>_ad-x<'),
      /fel\.reqif:\d+: Värdet hör till attributet "_ad-x"/,
    ],
    [
      'another name for a column',
      REQIF.replace('LONG-NAME="Prioritet"><TYPE>', 'LONG-NAME="Prio"><TYPE>'),
      /ingen kolumn "Prioritet"; menade|ingen kolumn "Prioritet"\. Den har/,
    ],
  ])('is refused for %s', (_, content, sentence) => {
    expect(() => readList(at('fel.reqif', content), COLUMNS)).toThrow(sentence);
  });

  it('is refused when the archive has two, or is none', () => {
    const two = zipSync({ 'a.reqif': strToU8(REQIF), 'b.reqif': strToU8(REQIF) });
    expect(() => readList(at('tva.reqifz', two), COLUMNS)).toThrow(/bara en/);
    expect(() => readList(at('inget.reqifz', 'hej'), COLUMNS)).toThrow(/inget arkiv/);
  });
});

describe('a list in CSV', () => {
  it.each([
    ['an id that stands twice', 'id;text\nA;ett\nA;två\n', /lista\.csv:3: "A" står redan på rad 2/],
    ['a row without text', 'id;text\nA;\n', /lista\.csv:2: Raden saknar text/],
    ['a column that is not there', 'nr;text\nA;ett\n', /lista\.csv:1: Listan har ingen kolumn "id"/],
  ])('is refused for %s', (_, content, sentence) => {
    expect(() => readList(at('lista.csv', content), { id: 'id', text: 'text' })).toThrow(sentence);
  });
});

describe('the traces of a list', () => {
  const known = { requirements: ['KRAV-A'], flows: [{ id: 'akut/sepsis#larm' }] };
  const trace = (line: string) => {
    at('lista.csv', 'id;text\nA;ett\nB;två\n');
    const head =
      'title: T\nkind: requirements\nlist: lista.csv\ncolumns: { id: id, text: text }\nsource: antagande\n';
    return loadTrace(at('spar.yaml', `${head}traces:\n  - ${line}\n`), known);
  };

  it('are read beside their list', () => {
    expect(trace('{ id: A, requirements: [KRAV-A], flows: [akut/sepsis] }').items).toHaveLength(2);
  });

  it.each([
    ['an id that the list has not', '{ id: C, notHere: avtal }', /spar\.yaml:7:\d+: Raden "C" finns inte/],
    [
      'a requirement that is none',
      '{ id: A, requirements: [KRAV-B] }',
      /spar\.yaml:7:\d+: Kravet "KRAV-B" finns inte; menade du "KRAV-A"/,
    ],
    [
      'a flow that is none',
      '{ id: A, flows: [akut/sepsi] }',
      /Flödet "akut\/sepsi" finns inte; menade du "akut\/sepsis"/,
    ],
    ['nothing said', '{ id: A }', /Spåret för A säger ingenting/],
    ['both said', '{ id: A, flows: [akut/sepsis], notHere: avtal }', /säger både/],
    ['two of one', '{ id: A, notHere: avtal }\n  - { id: A, notHere: avtal }', /"A" står två gånger/],
  ])('are refused for %s', (_, line, sentence) => {
    expect(() => trace(line)).toThrow(sentence);
  });
});
