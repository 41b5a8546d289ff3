import type { InputPosition } from '../../domain/input-error.ts';
import type { Patient, PatientCriteria } from '../../domain/patient.ts';
import { type DrawPatient, drawPatients } from '../people/draw-patient.ts';

/** Somebody whom flows ask for, and where they do, for messages. */
export interface Asked {
  readonly patient: PatientCriteria;
  readonly location?: InputPosition;
}

/**
 * Draws the people of a day or a suite: somebody with diseases or allergies from the region's population of the same
 * seed, with what the record tells of them; everybody else as a person of whom nothing is known. The population is only
 * opened when somebody is asked for in it. Words it does not know are an InputError with the place of the flow.
 */
export async function drawPeople(seed: number, asked: readonly Asked[]): Promise<DrawPatient> {
  const drawNew = drawPatients(seed);
  if (asked.every(({ patient }) => !isOfPopulation(patient))) return drawNew;
  const { drawKnown } = await import('./draw-known.ts');
  const draw = await drawKnown(seed, asked);
  return (key, criteria, municipality): Patient =>
    isOfPopulation(criteria) ? draw(key, criteria, municipality) : drawNew(key, criteria, municipality);
}

const isOfPopulation = ({ history }: PatientCriteria): boolean => history !== undefined;
