import type { Distribution } from './distribution.ts';

/** The expected value of a distribution. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'triangular':
      return (distribution.min + distribution.mode + distribution.max) / 3;
    case 'empirical':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
    default:
      return distribution.mean;
  }
}
