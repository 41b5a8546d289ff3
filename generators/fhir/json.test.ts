import { expect, it } from 'vitest';
import { quoted, remembered, rememberedBy } from './json.ts';

it('quotes as JSON does, and escapes what lies beyond Latin-1', () => {
  expect(quoted('Å "ö"\n\\')).toBe(JSON.stringify('Å "ö"\n\\'));
  expect(quoted('≥ 5 – Łódź')).toBe('"\\u2265 5 \\u2013 \\u0141ód\\u017a"');
  expect(JSON.parse(quoted('≥ 5 – 🫀'))).toBe('≥ 5 – 🫀');
});

it('makes once what is asked for often, and never takes one thing for another of the same number', () => {
  const made: string[] = [];
  const named = remembered((unit: { readonly index: number; readonly name: string }) => {
    made.push(unit.name);
    return unit.name.toUpperCase();
  });
  const here = { index: 3, name: 'here' };
  const elsewhere = { index: 3, name: 'elsewhere' };
  expect([here, here, elsewhere, here].map(named)).toEqual(['HERE', 'HERE', 'ELSEWHERE', 'HERE']);
  expect(made).toEqual(['here', 'elsewhere', 'here']);
});

it('remembers by text', () => {
  const made: string[] = [];
  const long = rememberedBy((text: string) => {
    made.push(text);
    return text.length;
  });
  expect(['abc', 'abc', 'å'].map(long)).toEqual([3, 3, 1]);
  expect(made).toEqual(['abc', 'å']);
});
