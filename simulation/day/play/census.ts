import { OWN_UNIT } from '../model/day-model.ts';
import type { Hospital } from './hospital.ts';
import { inpatient } from './inpatient.ts';
import { patient } from './patient.ts';
import { visitOf } from './start-streams.ts';

/** Those who are there when the day starts. */
export function startCensus(hospital: Hospital): void {
  const { model, simulation } = hospital;
  for (const [line, { unit, count, stream: key, from }] of model.census.entries()) {
    const stream = model.streams.find((each) => each.key === key);
    const steps = stream?.variants[0]?.steps ?? [];
    for (let nth = 0; nth < count; nth++) {
      const number = 1_000 * line + nth;
      if (stream === undefined) {
        simulation.start(inpatient(hospital, unit, { purpose: `inpatient ${unit}`, number }), {
          name: 'inpatient',
        });
      } else {
        const visit = visitOf(hospital, stream, number, { [OWN_UNIT]: unit }, 0, true);
        simulation.start(patient(hospital, visit, steps, from), { name: stream.key });
      }
    }
  }
}
