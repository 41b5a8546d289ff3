import { describe, expect, it } from 'vitest';
import { KeyedStream, opaqueKey, randomStream } from './random.ts';

it('gives the same draws for the same key and others for any other', () => {
  const draws = (...key: Parameters<typeof randomStream>): number[] => {
    const stream = randomStream(...key);
    return [stream.next(), stream.next(), stream.next()];
  };
  expect(draws(1, 'arrival', 'a', 2)).toEqual(draws(1, 'arrival', 'a', 2));
  const keys = [
    draws(2, 'arrival', 'a', 2),
    draws(1, 'name', 'a', 2),
    draws(1, 'arrival', 'b', 2),
    draws(1, 'arrival', 'a', 3),
  ];
  for (const other of keys) expect(other).not.toEqual(draws(1, 'arrival', 'a', 2));
});

it('keeps the parts of a key apart', () => {
  expect(opaqueKey('ab', 'c')).not.toBe(opaqueKey('a', 'bc'));
  expect(opaqueKey('ab', 'c')).toMatch(/^[0-9a-f]{16}$/);
});

it('has no two equal keys among 200,000 neighbours', () => {
  const keys = new Set(Array.from({ length: 200_000 }, (_, index) => opaqueKey(1, 'patient', 'f', index)));
  expect(keys.size).toBe(200_000);
});

it('spreads the first draws of neighbouring keys evenly over 100 bins (chi-square, 99 degrees of freedom)', () => {
  const bins = new Array<number>(100).fill(0);
  for (let index = 0; index < 100_000; index++) {
    const bin = randomStream(42, 'arrival', 'f', index).below(100);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(148.2); // p = 0.001
  expect(chiSquare).toBeGreaterThan(60);
});

it('has neighbouring streams uncorrelated', () => {
  let sum = 0;
  const n = 50_000;
  for (let index = 0; index < n; index++) {
    sum +=
      (randomStream(7, 'x', 'e', index).next() - 0.5) * (randomStream(7, 'x', 'e', index + 1).next() - 0.5);
  }
  expect(Math.abs((12 * sum) / n)).toBeLessThan(0.02);
});

it('picks by weight', () => {
  const stream = randomStream(1, 'pick', 'x');
  const picks = Array.from({ length: 10_000 }, () =>
    stream.pick([
      ['a', 3],
      ['b', 1],
      ['c', 0],
    ]),
  );
  expect(picks.filter((pick) => pick === 'a').length / 10_000).toBeCloseTo(0.75, 1);
  expect(picks).not.toContain('c');
  expect(() => stream.pick([])).toThrow('nothing to pick');
});

describe('a keyed stream', () => {
  const first = (stream: KeyedStream): number[] => Array.from({ length: 4 }, () => stream.next());

  it('gives the same draws for a key, whatever was drawn between', () => {
    const stream = new KeyedStream(1, 'name');
    const before = first(stream.at(7, 2));
    first(stream.at(8));
    expect(first(stream.at(7, 2))).toEqual(before);
    expect(first(new KeyedStream(1, 'name').at(7, 2))).toEqual(before);
    expect(first(new KeyedStream(2, 'name').at(7, 2))).not.toEqual(before);
    expect(first(new KeyedStream(1, 'age').at(7, 2))).not.toEqual(before);
  });

  it('keeps 200,000 neighbouring keys apart, and their draws uniform', () => {
    const stream = new KeyedStream(5, 'uniform');
    const seen = new Set<string>();
    let sum = 0;
    const bins = new Uint32Array(16);
    for (let entity = 0; entity < 2000; entity++) {
      for (let index = 0; index < 100; index++) {
        const draw = stream.at(entity, index).next();
        sum += draw;
        bins[Math.floor(draw * 16)] = (bins[Math.floor(draw * 16)] ?? 0) + 1;
        seen.add(`${draw} ${stream.next()} ${stream.next()}`);
      }
    }
    expect(seen.size).toBe(200_000);
    expect(sum / 200_000).toBeGreaterThan(0.498);
    expect(sum / 200_000).toBeLessThan(0.502);
    const chiSquared = bins.reduce((all, count) => all + (count - 12_500) ** 2 / 12_500, 0);
    expect(chiSquared).toBeLessThan(37.7);
  });
});
