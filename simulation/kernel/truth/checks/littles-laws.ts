import type { TruthCheck } from '../check.ts';
import { infiniteServers } from '../models/infinite-servers.ts';
import { priorityStation } from '../models/priority-station.ts';
import { station } from '../models/station.ts';
import { jackson } from './jackson.ts';
import { littlesLaw } from './littles-law.ts';
import { classes } from './priorities.ts';

const service = { kind: 'exponential', mean: 1 } as const;
const short = { warmUp: 0, length: 500 };

export const littlesLawInMM1 = littlesLaw('M/M/1', (engine) =>
  station(engine, { arrivals: 0.8, service, servers: 1, ...short }),
);

/** Little's law in every kind of model, those with and those without exact waits. */
export const littlesLaws: readonly TruthCheck[] = [
  littlesLawInMM1,
  littlesLaw('M/M/c', (engine) => station(engine, { arrivals: 2.4, service, servers: 3, ...short })),
  littlesLaw('M/M/c/c', (engine) => station(engine, { arrivals: 4, service, servers: 5, room: 0, ...short })),
  littlesLaw('M/M/c+M', (engine) =>
    station(engine, { arrivals: 3.6, service, servers: 3, patience: service, ...short }),
  ),
  littlesLaw('M/G/1', (engine) =>
    station(engine, {
      arrivals: 0.7,
      service: { kind: 'gamma', mean: 1, variation: 2 },
      servers: 1,
      ...short,
    }),
  ),
  littlesLaw('two priorities', (engine) => priorityStation(engine, { classes, preempts: false, ...short })),
  littlesLaw('two priorities with preemption', (engine) =>
    priorityStation(engine, { classes, preempts: true, ...short }),
  ),
  littlesLaw('a Jackson network', (engine) => jackson(engine, short)),
  littlesLaw('M_t/G/∞', (engine) => infiniteServers(engine, { rates: [1, 5, 20, 3], service, cycles: 20 })),
];
