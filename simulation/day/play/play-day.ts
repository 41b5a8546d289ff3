import type { DayModel } from '../model/day-model.ts';
import { DAY } from '../model/time.ts';
import { startCensus } from './census.ts';
import { startHandOvers } from './hand-overs.ts';
import { type Hospital, openHospital } from './hospital.ts';
import { startStreams } from './start-streams.ts';

/** Plays one day from its census on; the seed decides everything that is drawn. */
export function playDay(model: DayModel, seed: number): Hospital {
  const hospital = openHospital(model, seed);
  startCensus(hospital);
  startStreams(hospital, seed);
  startHandOvers(hospital);
  hospital.simulation.run(DAY);
  return hospital;
}
