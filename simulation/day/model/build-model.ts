import type { CareFlow } from '../../../domain/care-flow.ts';
import { minutesOf } from '../../../scenarios/day-simulation/clock.ts';
import { COLOURS } from '../../../scenarios/day-simulation/colour.ts';
import type { SimulatedDay } from '../../../scenarios/day-simulation/load-day-simulation.ts';
import type { DayVariant } from '../what-if/variant.ts';
import { admissionOf } from './admission.ts';
import { censusOf } from './census.ts';
import type { DayModel } from './day-model.ts';
import { handOversOf } from './hand-overs.ts';
import { inpatientsOf } from './inpatients.ts';
import { staffOf } from './staff.ts';
import { type PlayedAs, streamsOf } from './streams.ts';
import { DAY, MINUTE, tickOf } from './time.ts';
import { workOf } from './work.ts';

/**
 * Brings a day, its simulation data and its flows together.
 * @throws InputError when a step has nobody who fills its role or may do its task
 */
export function buildModel(
  simulated: SimulatedDay,
  flows: readonly CareFlow[],
  variant: DayVariant,
  as: PlayedAs = 'simulated',
): DayModel {
  const { day } = simulated;
  const { data, closedWard: closed, downtime } = variant;
  const startsAt = minutesOf(data.startsAt);
  const horizon = as === 'simulated' ? DAY : 2 * DAY;
  const streams = streamsOf(day, variant, flows, as);
  const staff = staffOf(variant, startsAt, horizon);
  const inpatients = inpatientsOf(data, startsAt);
  const isOpen = (unit: string): boolean => unit !== closed?.unit;
  return {
    startsAt,
    horizon,
    system: data.system.time,
    units: day.units.map(({ key, name }) => ({
      key,
      name,
      beds: isOpen(key) ? data.places.find(({ unit }) => unit === key)?.beds : undefined,
    })),
    colours: COLOURS.map((colour) => {
      const { share, ambulance, doctorWithin } = data.triage.colours[colour];
      const limit = doctorWithin === undefined ? undefined : doctorWithin * MINUTE;
      return { colour, share, ambulance, doctorWithin: limit };
    }),
    staff,
    work: workOf(simulated, variant, { streams, staff, inpatients }),
    streams,
    inpatients,
    admission: admissionOf(variant),
    handOvers: handOversOf(variant, startsAt),
    census: censusOf(variant),
    downtime: downtime && {
      from: tickOf(downtime.from, startsAt),
      to: tickOf(downtime.to, startsAt),
      paper: downtime.paper,
      backEntry: downtime.backEntry,
    },
    closed: closed && { unit: closed.unit, to: closed.to, moved: closed.moved },
  };
}
