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

  it('tells a kind of file’s own sentence first', () => {
    const wording = {
      isFirst: ({ keyword }: { keyword: string }) => keyword === 'required',
      sentence: ({ keyword }: { keyword: string }) =>
        keyword === 'required' ? 'Skriv vad den heter.' : undefined,
    };
    expect(told('beds: -1', wording)).toContain('Skriv vad den heter.');
  });
});
