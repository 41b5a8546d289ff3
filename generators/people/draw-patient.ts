import { nationalReserveNumber, SERIALS_PER_SERIES, UNREACHED_SERIES } from '../../domain/identifiers.ts';
import type { Patient, PatientCriteria } from '../../domain/patient.ts';
import { opaqueKey, randomStream } from '../../domain/random.ts';
import { birthDatesOf } from './ages.ts';
import { person } from './person.ts';
import { POPULATION_SERIES } from './person-at.ts';
import { MUNICIPALITIES_BY_WEIGHT, municipalityOf } from './places.ts';

const FIRST_SERIES = POPULATION_SERIES.last + 1;
const SERIES = UNREACHED_SERIES.last - FIRST_SERIES + 1;

/**
 * Gives a person who meets the criteria, without making everybody: the same seed and instance key give the same person,
 * whoever else is drawn.
 */
export type DrawPatient = (
  instanceKey: string,
  criteria: PatientCriteria,
  municipalityCode?: string,
) => Patient;

/**
 * Draws for one seed, and sees to it that no two instances get the same number. Where two would (one draw in a thousand
 * million or so), the one drawn later gets its next number; nobody else moves.
 */
export function drawPatients(seed: number): DrawPatient {
  const ownerOf = new Map<string, string>();
  return (instanceKey, criteria, municipalityCode) => {
    for (let attempt = 0; ; attempt++) {
      const patient = drawPatient(seed, instanceKey, criteria, municipalityCode, attempt);
      const { value } = patient.identifier;
      const owner = ownerOf.get(value) ?? instanceKey;
      if (owner !== instanceKey) continue;
      ownerOf.set(value, instanceKey);
      return patient;
    }
  };
}

/** The attempt-th person that an instance key stands for: a pure function. */
export function drawPatient(
  seed: number,
  instanceKey: string,
  criteria: PatientCriteria,
  municipalityCode?: string,
  attempt = 0,
): Patient {
  const stream = (purpose: string) => randomStream(seed, purpose, instanceKey, attempt);
  const birthDates = birthDatesOf(criteria.ageFrom, criteria.ageTo);
  const birthDate = birthDates.at(stream('birth-date').below(birthDates.count));
  const sex =
    criteria.sex ??
    stream('sex').pick([
      ['female', 1],
      ['male', 1],
    ] as const);
  return bornOn(
    seed,
    instanceKey,
    { birthDate, sex, protectedIdentity: criteria.protectedIdentity },
    municipalityCode,
    attempt,
  );
}

/** Somebody who was born on a day that is told: the same for the same seed and key. */
export function bornOn(
  seed: number,
  instanceKey: string,
  { birthDate, sex, protectedIdentity }: Pick<Patient, 'birthDate' | 'sex' | 'protectedIdentity'>,
  municipalityCode?: string,
  attempt = 0,
): Patient {
  const stream = (purpose: string) => randomStream(seed, purpose, instanceKey, attempt);
  const { series, serial } = numberInSeries(seed, instanceKey, attempt);
  return person(seed, {
    key: `p-${opaqueKey(seed, instanceKey)}`,
    identifier: nationalReserveNumber(birthDate, sex, series, serial),
    sex,
    birthDate,
    municipality:
      municipalityCode === undefined
        ? stream('municipality').pick(MUNICIPALITIES_BY_WEIGHT)
        : municipalityOf(municipalityCode),
    protectedIdentity,
  });
}

/** Which number of its birth date and sex an instance key has. */
export function numberInSeries(
  seed: number,
  instanceKey: string,
  attempt = 0,
): { readonly series: number; readonly serial: number } {
  const number = randomStream(seed, 'identity-number', instanceKey, attempt);
  return { series: FIRST_SERIES + number.below(SERIES), serial: number.below(SERIALS_PER_SERIES) };
}
