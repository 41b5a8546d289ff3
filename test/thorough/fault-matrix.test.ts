import { describe, it } from 'vitest';
import { turnsItsOwnRed } from '../own-red.ts';

describe('a planted fault turns its own requirements red and nothing else', () => {
  it.each([
    'allergy-check-off',
    'consent-ignored',
    'dead-are-booked',
    'no-show-in-no-list',
    'referral-in-no-list',
    'result-duplicated',
    'second-check-ignored',
  ])('%s', { timeout: 240_000, concurrent: true }, (name) => turnsItsOwnRed(name));
});
