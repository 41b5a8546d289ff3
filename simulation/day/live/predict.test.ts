import { expect, it } from 'vitest';
import { randomStream } from '../../../domain/random.ts';
import { covers } from '../../kernel/index.ts';
import { predictionOf } from './predict.ts';

const DAYS = 79;

it('holds one more day like the others 95 times in 100, however skewed', () => {
  const { next } = randomStream(1, 'prediction', 'skewed');
  const skewed = () => Math.exp(3 * next()) ** 2;
  const trials = 4_000;
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    const prediction = predictionOf(Array.from({ length: DAYS }, skewed));
    const day = skewed();
    if (prediction !== undefined && prediction.low <= day && day <= prediction.high) held++;
  }
  // Half-width of what a right interval fails one time in ten thousand.
  const halfWidth = 3.9 * Math.sqrt((0.95 * 0.05) / trials);
  expect(covers({ mean: 0.95, halfWidth, count: trials }, held / trials)).toBe(true);
});

it('is silent of what some day had nothing of', () => {
  expect(predictionOf([...Array.from({ length: DAYS - 1 }, () => 1), Number.NaN])).toBeUndefined();
  expect(predictionOf([])).toBeUndefined();
});
