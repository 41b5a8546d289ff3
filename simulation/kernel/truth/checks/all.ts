import type { TruthCheck } from '../check.ts';
import { blocking } from './blocking.ts';
import { coverage } from './coverage.ts';
import { impatient, noRoom, oneServer, threeServers } from './erlang.ts';
import { generalService } from './general-service.ts';
import { hourByHour } from './hour-by-hour.ts';
import { jacksonNetwork } from './jackson.ts';
import { littlesLaws } from './littles-laws.ts';
import { preemption, twoPriorities } from './priorities.ts';
import { shiftEnds } from './shift-ends.ts';
import { streams } from './streams.ts';
import { ties } from './ties.ts';

/** Everything that is known to be true of a right engine. */
export const truthChecks: readonly TruthCheck[] = [
  oneServer,
  threeServers,
  noRoom,
  impatient,
  ...generalService,
  twoPriorities,
  preemption,
  jacksonNetwork,
  hourByHour,
  coverage,
  ...littlesLaws,
  ties,
  shiftEnds,
  blocking,
  streams,
];
