import { InputError } from '../../domain/input-error.ts';
import type { Patient, PatientHistory } from '../../domain/patient.ts';
import { didYouMean } from '../../input/suggest.ts';
import type { Inhabitant } from '../demography/inhabitant.ts';
import { dateOf } from '../fhir/time.ts';
import { minuteOfDate } from '../history/calendar.ts';
import type { Fact } from '../history/facts.ts';
import { REFERENCE_DATE } from '../people/ages.ts';
import type { DrawPatient } from '../people/draw-patient.ts';
import { type Period, type Population, populationOf } from '../population.ts';
import type { PopulationData } from '../population-data.ts';
import { planOf } from '../sources.ts';
import { drawInhabitants } from './draw-inhabitant.ts';
import type { Asked } from './draw-people.ts';
import { wantedHistory } from './history-words.ts';

const PERIOD: Period = { until: REFERENCE_DATE, years: 10 };

/** Draws people of the region's population with what the record tells of them. */
export async function drawKnown(seed: number, asked: readonly Asked[]): Promise<DrawPatient> {
  const plan = await planOf({ seed });
  const { data } = plan;
  for (const { patient, location } of asked) {
    wantedHistory(patient.history ?? [], data, location);
    if (patient.municipality !== undefined) codeOf(patient.municipality, data, location);
  }
  const population = populationOf(plan);
  const draw = drawInhabitants(population, seed, PERIOD);
  return (key, criteria, municipality) => {
    const there = criteria.municipality === undefined ? municipality : codeOf(criteria.municipality, data);
    const wanted = { ...criteria, ...wantedHistory(criteria.history ?? [], data) };
    return asPatient(draw(key, wanted, there), population);
  };
}

function codeOf(name: string, { region }: PopulationData, where?: Asked['location']): string {
  const found = region.municipalities.find((municipality) => municipality.name === name);
  if (found !== undefined) return found.code;
  const known = region.municipalities.map((municipality) => municipality.name);
  const near = didYouMean(name, known) || ';';
  throw new InputError(
    `Kommunen ${name} finns inte i regionen ${region.name}${near} där finns ${known.join(', ')}.`,
    where,
  );
}

function asPatient(person: Inhabitant, population: Population): Patient {
  const { key, identifier, givenName, familyName, sex, birthDate } = person;
  const { address, municipalityCode, protectedIdentity } = person;
  const { facts } = population.historyOf(person.index, PERIOD);
  return {
    key,
    identifier,
    givenName,
    familyName,
    sex,
    birthDate,
    address,
    municipalityCode,
    protectedIdentity,
    history: historyIn(facts),
  };
}

/** What is on the problem list on the last day, each diagnosis once, and the allergies. */
function historyIn(facts: readonly Fact[]): PatientHistory {
  const until = minuteOfDate(PERIOD.until);
  const problems = new Map<string, PatientHistory['problems'][number]>();
  const allergies = new Map<string, PatientHistory['allergies'][number]>();
  for (const fact of facts) {
    const since = dateOf(fact.at);
    if (fact.kind === 'diagnosis' && fact.problem && (fact.abated ?? until) >= until) {
      const { code, display } = fact.concept;
      if (!problems.has(code)) problems.set(code, { icd10: code, display, since });
    } else if (fact.kind === 'allergy') {
      const { snomed, display } = fact.allergen;
      if (!allergies.has(snomed)) allergies.set(snomed, { snomed, display, since });
    }
  }
  return { problems: [...problems.values()], allergies: [...allergies.values()] };
}
