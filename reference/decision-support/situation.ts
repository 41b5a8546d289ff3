import type {
  AllergyIntolerance,
  Condition,
  MedicationRequest,
  Observation,
  Patient,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { VitalSigns } from '../../domain/news2.ts';
import type { CdsRequest } from './cds-hooks.ts';
import { draftOrders, resourcesIn } from './prescription.ts';
import { isVitalSignsPanel, readVitalSigns } from './vital-signs.ts';

/** What a system knows of a patient when advice is asked for; what it does not know is absent. */
export interface Situation {
  /** What is being ordered, each weighed by itself. */
  readonly orders: readonly MedicationRequest[];
  /** The prescriptions that the patient has already. */
  readonly prescribed: readonly MedicationRequest[];
  /** SNOMED CT codes of the allergies that hold. */
  readonly allergies: ReadonlySet<string>;
  /** ICD-10-SE codes of the conditions that hold, each with its words. */
  readonly conditions: ReadonlyMap<string, string>;
  /** Years. */
  readonly age: number | undefined;
  readonly sex: 'female' | 'male' | undefined;
  /** Kilograms. */
  readonly weight: number | undefined;
  /** The latest answer to each test, by its code. */
  readonly answers: ReadonlyMap<string, Answered>;
  readonly vitals: VitalSigns | undefined;
}

/** An answer of a laboratory. */
interface Answered {
  readonly value: number;
  readonly unit: string;
}

/** What the caller has brought along, by what each thing is; a service asks for what it needs of it. */
export function situationIn(request: CdsRequest, now: number): Situation {
  const { context, prefetch = {} } = request;
  const { patient, allergies, prescriptions, conditions, observations, vitals } = prefetch;
  const [person] = personIn(patient);
  const measured = newestFirst(resourcesIn(observations, 'Observation'));
  const panel =
    (context.observation as Observation | undefined) ??
    newestFirst(resourcesIn(vitals, 'Observation')).find(isVitalSignsPanel);
  return {
    orders: draftOrders(request),
    prescribed: resourcesIn(prescriptions, 'MedicationRequest').filter(({ status }) => status === 'active'),
    allergies: new Set(
      resourcesIn(allergies, 'AllergyIntolerance').filter(isActive).flatMap(codesOf(SYSTEMS.snomed)),
    ),
    conditions: new Map(
      resourcesIn(conditions, 'Condition')
        .filter(isActive)
        .flatMap((condition) =>
          codesOf(SYSTEMS.icd10se)(condition).map((code) => [code, wordsOf(condition) ?? code] as const),
        ),
    ),
    age: ageOf(person?.birthDate, now),
    sex: person?.gender === 'female' || person?.gender === 'male' ? person.gender : undefined,
    weight: measured.find(isOf(BODY_WEIGHT))?.valueQuantity?.value,
    answers: new Map(measured.toReversed().flatMap(answerIn)),
    vitals: panel && readVitalSigns(panel),
  };
}

/** LOINC, body weight (HL7 FHIR Vital Signs). */
export const BODY_WEIGHT = '29463-7';

const personIn = (prefetched: unknown): Patient[] => {
  const resource = prefetched as { readonly resourceType?: string } | undefined;
  return resource?.resourceType === 'Patient' ? [resource as Patient] : resourcesIn(prefetched, 'Patient');
};

type Held = AllergyIntolerance | Condition;

const isActive = ({ clinicalStatus, verificationStatus }: Held): boolean =>
  verificationStatus?.coding?.every(({ code }) => code !== 'refuted' && code !== 'entered-in-error') !==
    false &&
  clinicalStatus?.coding?.every(({ code }) => code !== 'inactive' && code !== 'resolved') !== false;

const codesOf =
  (wanted: string) =>
  ({ code }: Held): string[] =>
    code?.coding?.flatMap(({ system, code: own }) => (system === wanted && own !== undefined ? [own] : [])) ??
    [];

const wordsOf = ({ code }: Condition): string | undefined => code?.text ?? code?.coding?.[0]?.display;

const isOf =
  (wanted: string) =>
  ({ code }: Observation): boolean =>
    code.coding?.some((coding) => coding.code === wanted) === true;

const answerIn = ({ code, valueQuantity }: Observation): (readonly [string, Answered])[] => {
  const { value, code: unit = '' } = valueQuantity ?? {};
  if (value === undefined) return [];
  return (code.coding ?? []).flatMap((coding) =>
    coding.code === undefined ? [] : [[coding.code, { value, unit }]],
  );
};

const newestFirst = (observations: readonly Observation[]): Observation[] =>
  observations
    .filter(({ status }) => status !== 'entered-in-error' && status !== 'cancelled')
    .toSorted((a, b) => (b.effectiveDateTime ?? '').localeCompare(a.effectiveDateTime ?? ''));

/** Full years on the day, as they are counted in care. */
function ageOf(birthDate: string | undefined, now: number): number | undefined {
  if (birthDate === undefined) return undefined;
  const today = new Date(now).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
