import { describe, expect, it } from 'vitest';
import { paceLine } from './bar.ts';

describe('paceLine', () => {
  it('tells how far, how fast and how long', () => {
    expect(paceLine({ done: 5_000, all: 20_000, passed: 2_000, what: 'personer' })).toBe(
      '██████░░░░░░░░░░░░░░░░░░ 25 % · 5 000 av 20 000 personer · 2 500/s · 6 s kvar',
    );
  });

  it('counts no rate for what was there before, and says minutes when they are many', () => {
    expect(paceLine({ done: 1_000, before: 900, all: 2_000_000, passed: 1_000, what: 'resurser' })).toMatch(
      /· 100\/s · 334 min kvar$/,
    );
  });

  it('is full at the end', () => {
    expect(paceLine({ done: 0, all: 0, passed: 0, what: 'rader' })).toBe(
      `${'█'.repeat(24)} 100 % · 0 av 0 rader · 0/s`,
    );
  });
});
