import { expect, it } from 'vitest';
import { clockBehind } from './clock.ts';

const SAID = 'Mon, 30 Nov 2026 08:00:00 GMT';
const said = Date.parse(SAID);

it.each([
  ['agrees', said + 300, 0],
  ['is behind by less than can be told', said - 1_400, 0],
  ['is twenty minutes ahead', said + 20 * 60_000, -20 * 60_000 + 500],
  ['is an hour behind', said - 60 * 60_000, 60 * 60_000 + 500],
])('a clock that %s', (_, device, behind) => {
  expect(clockBehind(SAID, device, device)).toBe(behind);
});

it('takes half of the way there and back', () => {
  const device = said - 10_000;
  expect(clockBehind(SAID, device - 400, device + 400)).toBe(10_500);
});

it('says nothing of an answer without a date', () => {
  expect(clockBehind(null, said, said)).toBeUndefined();
  expect(clockBehind('i går', said, said)).toBeUndefined();
});
