import { describe, expect, it } from 'vitest';
import { around, textOf, Utf8Writer, utf8 } from './utf8-writer.ts';

const written = (write: (out: Utf8Writer) => void, capacity = 64): string => {
  const out = new Utf8Writer(capacity);
  write(out);
  return out.written().toString();
};

describe('the bytes of a text', () => {
  it('are those of what was added, in order', () => {
    const text = written((out) =>
      out.add(utf8('"unit":"')).text('mmol/l').add(utf8('","value":')).number(5.5),
    );
    expect(text).toBe('"unit":"mmol/l","value":5.5');
  });

  it('are UTF-8 whatever the signs, in fragments and texts alike', () => {
    const signs = 'åäö µ ÅÄÖ – 日本 🫀 \u0000"\\';
    expect(written((out) => out.add(utf8(signs)).text(signs))).toBe(signs + signs);
  });

  it.each([0, 1, 15, 16, 17, 40, 400])('are whole for a fragment of %i bytes', (length) => {
    const text = Array.from({ length }, (_, place) => String.fromCharCode(97 + (place % 26))).join('');
    expect(written((out) => out.add(utf8(text)).text('.').add(utf8(text)))).toBe(`${text}.${text}`);
  });

  it('grow past what was expected, however they come', () => {
    const long = 'ö'.repeat(100_000);
    const text = written((out) => {
      out.add(utf8('before ')).text(long).add(utf8(long)).number(12.25);
      for (let n = 0; n < 100; n++) out.number(n);
    }, 1);
    expect(text).toBe(`before ${long}${long}12.25${Array.from({ length: 100 }, (_, n) => n).join('')}`);
  });

  it('begin anew when they are cleared', () => {
    const text = written((out) => {
      out.text('forgotten').clear();
      out.text('kept');
    });
    expect(text).toBe('kept');
  });
});

it.each([
  0,
  -0,
  1,
  9,
  10,
  99,
  100,
  1234567,
  9999999.99,
  10000000,
  123456789012,
  0.1,
  0.01,
  0.05,
  0.001,
  1.005,
  5.55,
  36.6,
  99.9,
  100.25,
  4.35,
  1.1 + 2.2,
  -3,
  -0.5,
  1e21,
  1e-7,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
])('writes %d as JSON does', (value) => {
  expect(written((out) => out.number(value))).toBe(JSON.stringify(value));
});

it('writes each number to two decimals as JSON does', () => {
  for (let hundredths = 0; hundredths < 100_000; hundredths += 7) {
    const value = hundredths / 100;
    if (written((out) => out.number(value)) !== `${value}`) expect.fail(`${value} is written otherwise`);
  }
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
  expect(() => new Utf8Writer(8).number(value)).toThrow('is no number that JSON can write');
});

it('keeps fragments apart, however many and long', () => {
  const texts = Array.from({ length: 3000 }, (_, n) => `${n} ${'å'.repeat(n % 100)}`);
  texts.push('ö'.repeat(200_000), '', 'last');
  const fragments = texts.map(utf8);
  expect(fragments.map((fragment) => fragment.toString())).toEqual(texts);
});

it('cuts a template at its holes', () => {
  const [begin, middle, end] = around`{"id":"${'id'}","text":"${'words'} å"}`;
  expect([begin, middle, end].map((fragment) => Buffer.from(fragment).toString())).toEqual([
    '{"id":"',
    '","text":"',
    ' å"}',
  ]);
});

it('reads back what something writes, as often as asked', () => {
  const id = { writeTo: (out: Utf8Writer) => out.text('000042-').number(3) };
  expect([textOf(id), textOf(id)]).toEqual(['000042-3', '000042-3']);
});
