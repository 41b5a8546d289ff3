import { describe, expect, it } from 'vitest';
import { checkSchema } from './schema-check.ts';
import { parseYaml } from './yaml-source.ts';

const schema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', description: 'vad enheten heter' },
    beds: { type: 'integer', minimum: 0, description: 'antal vårdplatser' },
  },
};

const told = (text: string, wording = {}) => {
  try {
    checkSchema(parseYaml('enhet.yaml', text), schema, wording);
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error('Nothing was refused.');
};

describe('a file against its schema', () => {
  it('is its content when it is right', () => {
    expect(checkSchema(parseYaml('enhet.yaml', 'name: Åsa\nbeds: 4'), schema)).toEqual({
      name: 'Åsa',
      beds: 4,
    });
  });

  it.each([
    [
      'a misspelt key before the one that it leaves missing',
      'nam: Akuten',
      'enhet.yaml:1:1: Nyckeln "nam" finns inte',
    ],
    ['the wrong value before a missing key', 'beds: -1', 'enhet.yaml:1:7: "beds" är -1 men får inte'],
    ['what is expected', 'name: 4', 'vad enheten heter'],
    ['no YAML', 'name: [', 'Det här är inte YAML'],
  ])('tells %s', (_, text, sentence) => {
    expect(told(text)).toContain(sentence);
  });

  it.each([
    ['a decimal comma', 'name: Å\nbeds: 4,5', '2:7: "beds" är 4,5; i YAML skrivs decimaler med punkt: 4.5.'],
    [
      'a decimal comma within braces',
      '{ name: Å, beds: 4,5 }',
      '1:20: "5" ser ut som decimaler efter ett komma; i YAML',
    ],
  ])('tells %s', (_, text, sentence) => {
    expect(told(text)).toContain(sentence);
  });

  it('tells all that is wrong in a file, and of a misspelt key only once', () => {
    expect(told('name: 4\nbeds: -1\nsängar: 2').split('\n')).toEqual([
      expect.stringContaining('enhet.yaml:1:7: "name" ska vara en text'),
      expect.stringContaining('enhet.yaml:2:7: "beds" är -1'),
      expect.stringContaining('enhet.yaml:3:1: Nyckeln "sängar" finns inte'),
    ]);
    expect(told('nam: Akuten\nbeds: 4').split('\n')).toHaveLength(1);
  });

  it('reads what is said in Swedish alone in both languages, wherever it stands', () => {
    const both = { type: 'object', properties: {} };
    const text = 'sv: Ja\nlist:\n  - { sv: Nej }\n  - { sv: Hej, en: Hello }';
    expect(checkSchema(parseYaml('x.yaml', text), both)).toEqual({
      sv: 'Ja',
      en: 'Ja',
      list: [
        { sv: 'Nej', en: 'Nej' },
        { sv: 'Hej', en: 'Hello' },
      ],
    });
  });

  it('tells a kind of file’s own sentence first', () => {
    const wording = {
      isFirst: ({ keyword }: { keyword: string }) => keyword === 'required',
      sentence: ({ keyword }: { keyword: string }) =>
        keyword === 'required' ? 'Skriv vad den heter.' : undefined,
    };
    expect(told('beds: -1', wording)).toContain('Skriv vad den heter.');
  });
});
