import { expect, it } from 'vitest';
import { randomStream } from '../../../domain/random.ts';
import { instantOf } from './instant.ts';

const pad = (value: number, length = 2): string => `${value}`.padStart(length, '0');

it('says of times what Date.parse says, possible or not', () => {
  const { below } = randomStream(1, 'times', 'instant');
  for (let n = 0; n < 50_000; n++) {
    const date = `${pad(1 + below(2500), 4)}-${pad(below(14))}-${pad(below(33))}`;
    const time = `${pad(below(25))}:${pad(below(61))}:${pad(below(61))}`;
    const text = `${date}T${time}${below(2) === 0 ? '+' : '-'}${pad(below(24))}:${pad(below(60))}`;
    expect(instantOf(text), text).toBe(Date.parse(text));
  }
});

it.each([
  '2024-02-29T00:00:00+01:00',
  '2023-02-29T00:00:00+01:00',
  '2025-06-01',
  '2025-06-01T08:00:00Z',
  '2025-06-01T08:00:00.5+02',
  '2025-06-01T08:00:00 02:00',
  '2025/06/01T08:00:00+02:00',
  '2025-06-01T0a:00:00+02:00',
  '2025-06-01T08:00:00+0200 ',
  'about twenty-five letters',
  '',
])('leaves %j to Date.parse', (text) => {
  expect(instantOf(text)).toBe(Date.parse(text));
});
