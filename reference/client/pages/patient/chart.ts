import type {
  AllergyIntolerance,
  DetectedIssue,
  Encounter,
  Location,
  Observation,
  Organization,
  Patient,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { codeIn, tokenOf } from '../../fhir/concepts.ts';
import type { Fhir, Stored } from '../../fhir/fhir.ts';
import { idBehind, referenceTo } from '../../fhir/numbers.ts';
import { type Person, personFrom, recordsOf } from '../../fhir/people.ts';

/** What every part of a patient's page stands on. */
export interface Chart {
  readonly person: Person;
  readonly allergies: readonly AllergyIntolerance[];
  readonly earlyWarnings: readonly DetectedIssue[];
  /** Latest first. */
  readonly encounters: readonly Stored<Encounter>[];
  readonly beds: readonly Location[];
  readonly units: readonly Organization[];
  /** That the patient is ready to leave, in medical terms. */
  readonly assessments: readonly Observation[];
}

export const CHART_TYPES = [
  'Patient',
  'AllergyIntolerance',
  'DetectedIssue',
  'Encounter',
  'Observation',
] as const;

const OPEN = new Set(['arrived', 'triaged', 'in-progress']);

export async function readChart(fhir: Fhir, id: string): Promise<Chart> {
  const reference = `Patient/${id}`;
  const person = personFrom(await fhir.read<Patient>(reference));
  const records = recordsOf(person);
  const [allergies, warnings, encounters, assessments] = await Promise.all([
    fhir.search<AllergyIntolerance>(`AllergyIntolerance?patient=${records}&_count=100`),
    fhir.search<DetectedIssue>(`DetectedIssue?patient=${records}&code=${tokenOf('news2')}&_count=50`),
    fhir.search<Stored<Encounter>>(
      `Encounter?subject=${records}&_sort=-date&_include=Encounter:location&_include=Encounter:service-provider&_count=50`,
    ),
    fhir.search<Observation>(
      `Observation?subject=${records}&code=${tokenOf('ready-for-discharge')}&_count=20`,
    ),
  ]);
  return {
    person,
    allergies: allergies.matches,
    earlyWarnings: warnings.matches,
    encounters: encounters.matches,
    beds: encounters.included.filter((resource) => resource.resourceType === 'Location'),
    units: encounters.included.filter((resource) => resource.resourceType === 'Organization'),
    assessments: assessments.matches,
  };
}

export const isInpatient = (encounter: Encounter): boolean => encounter.class?.code === 'IMP';

/** Where the patient is now: the ward before the emergency department. */
export function openEncounters({ encounters }: Chart): readonly Stored<Encounter>[] {
  return encounters
    .filter(({ status }) => OPEN.has(status ?? ''))
    .sort((one, other) => Number(isInpatient(other)) - Number(isInpatient(one)));
}

/** Reference from what is written now to the encounter it belongs to, where there is one. */
export function encounterOf(chart: Chart): { encounter?: { reference: string } } {
  const [encounter] = openEncounters(chart);
  return encounter === undefined ? {} : { encounter: referenceTo(encounter) };
}

export function bedOf(encounter: Encounter, beds: readonly Location[]): string | undefined {
  const place = encounter.location?.[0]?.location;
  return place?.display ?? beds.find(({ id }) => id === idBehind(place))?.name;
}

/** The name of the unit where an encounter is. */
export const unitNameOf = ({ serviceProvider }: Encounter, units: readonly Organization[]): string =>
  units.find(({ id }) => id === idBehind(serviceProvider))?.name ?? serviceProvider?.display ?? '–';

export const triageOf = (encounter: Encounter): string | undefined =>
  codeIn(SYSTEMS.genrep, encounter.priority)?.replace('triage-', '');
