import { estimation } from '../check.ts';
import { busyByPeriod } from '../formulas/infinite-servers.ts';
import { infiniteServers } from '../models/infinite-servers.ts';

/** Arrivals an hour: a quiet night, a steep morning, a slow decline. */
const RATES = [12, 9, 7, 6, 6, 8, 11, 20, 35, 48, 55, 54, 50, 46, 44, 43, 41, 40, 39, 37, 34, 29, 23, 17];

/** Uniform between 0 and 5 hours. */
const LONGEST = 5;
const survival = (hours: number): number => Math.max(0, 1 - hours / LONGEST);

export const hourByHour = estimation({
  name: 'M_t/G/∞ is as busy in every hour of the day as its integral says',
  model: (engine) =>
    infiniteServers(engine, {
      rates: RATES,
      service: { kind: 'uniform', min: 0, max: LONGEST },
      cycles: 11,
    }),
  expected: Object.fromEntries(
    busyByPeriod(RATES, survival, LONGEST).map((busy, hour) => [`hour ${hour}`, busy]),
  ),
});
