import { SYSTEMS } from '../domain/codes/systems.ts';
import type { DrillFact, DrillStanding, DrillTold, DrillWhat } from '../domain/drill-evidence.ts';
import type { Patient } from '../domain/patient.ts';
import { type DrillClient, madeBy, search, textAt } from './client.ts';

/** How what is written in a drill looks as FHIR. */

/** Something that stands in a system; its patient is the system's handle. */
export interface Standing extends DrillStanding {
  /** 'Observation/17' */
  readonly reference: string;
}

/** What of a drill is written by its own hand; orders and answers go by way of a laboratory. */
export type Noted = Extract<DrillWhat, 'measurement' | 'dose'>;

interface NotedAs {
  readonly type: 'Observation' | 'MedicationAdministration';
  readonly resource: (fact: Omit<DrillFact, 'number'>) => object;
  readonly valueIn: (resource: unknown) => number | undefined;
}

const NOTED: Readonly<Record<Noted, NotedAs>> = {
  // A pulse, which every system can hold.
  measurement: {
    type: 'Observation',
    resource: ({ value }) => ({
      status: 'final',
      category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
      code: { coding: [{ system: SYSTEMS.loinc, code: '8867-4', display: 'Heart rate' }] },
      valueQuantity: { value, unit: '/min', system: SYSTEMS.ucum, code: '/min' },
    }),
    valueIn: (resource) => (resource as { valueQuantity?: { value?: number } }).valueQuantity?.value,
  },
  dose: {
    type: 'MedicationAdministration',
    resource: ({ value }) => ({
      status: 'completed',
      medicationCodeableConcept: {
        coding: [{ system: SYSTEMS.atc, code: 'N02BE01', display: 'Paracetamol' }],
        text: 'Paracetamol 500 mg',
      },
      dosage: { dose: { value, unit: 'tablett' } },
    }),
    valueIn: (resource) => (resource as { dosage?: { dose?: { value?: number } } }).dosage?.dose?.value,
  },
};

/** More than a drill writes of anybody. */
const MOST = 500;

/** Brings a person in whom the drill is about, and gives the reference. */
export async function admit(client: DrillClient, token: string, patient: Patient): Promise<string> {
  const answer = await client.request('POST', 'Patient', {
    resourceType: 'Patient',
    meta: marked(token),
    identifier: [patient.identifier, { system: SYSTEMS.token, value: token }],
    name: [{ family: patient.familyName, given: [patient.givenName] }],
    gender: patient.sex,
    birthDate: patient.birthDate,
  });
  const reference = madeBy(answer, 'Patient');
  if (answer.status >= 300 || reference === undefined)
    throw new Error(`The system answers ${answer.status} to a new patient.`);
  return reference;
}

/** What became of a write, and the handle on it where the system gave one. */
export interface Written {
  readonly told: DrillTold;
  readonly reference?: string;
}

/** Writes something once, however often it is sent: its number is the condition. */
export const write = (client: DrillClient, what: Noted, { number, ...fact }: DrillFact): Promise<Written> =>
  send(client, NOTED[what].type, number, {
    ...NOTED[what].resource(fact),
    subject: { reference: fact.patient },
    effectiveDateTime: new Date(fact.at).toISOString(),
  });

/** The same of any resource. */
export async function send(
  client: DrillClient,
  type: string,
  number: string,
  resource: object,
): Promise<Written> {
  try {
    const answer = await client.request(
      'POST',
      type,
      {
        ...{ resourceType: type, meta: marked(number) },
        identifier: [{ system: SYSTEMS.token, value: number }],
        ...resource,
      },
      { 'if-none-exist': named(number) },
    );
    const reference = madeBy(answer, type);
    const { status } = answer;
    if (status < 300) return { told: 'accepted', ...(reference === undefined ? {} : { reference }) };
    return { told: status === 408 || status === 504 ? 'unknown' : 'refused' };
  } catch {
    // It may have arrived, and its answer been lost.
    return { told: 'unknown' };
  }
}

/** All that stands under a number; undefined where the system did not answer as it should. */
export async function find(
  client: DrillClient,
  what: Noted,
  number: string,
): Promise<readonly Standing[] | undefined> {
  const found = await search(client, `${NOTED[what].type}?${named(number)}`);
  return found?.flatMap((resource) => standingIn(what, resource) ?? []);
}

/** All of a kind that is noted of somebody, with its numbers; undefined where the system did not answer as it should. */
export async function notedOf(
  client: DrillClient,
  what: Noted,
  patient: string,
): Promise<readonly (Standing & { readonly number: string })[] | undefined> {
  const found = await search(client, `${NOTED[what].type}?patient=${patient}&_count=${MOST}`);
  return found?.flatMap((resource) => {
    const standing = standingIn(what, resource);
    return standing === undefined ? [] : [{ ...standing, number: numberIn(resource) }];
  });
}

const named = (number: string): string => `identifier=${encodeURIComponent(`${SYSTEMS.token}|${number}`)}`;

const marked = (token: string) => ({ tag: [{ system: SYSTEMS.token, code: token }] });

function standingIn(what: Noted, resource: unknown): Standing | undefined {
  const { type, valueIn } = NOTED[what];
  const id = textAt(resource, 'id');
  if (textAt(resource, 'resourceType') !== type || id === undefined) return undefined;
  const value = valueIn(resource);
  const at = Date.parse(textAt(resource, 'effectiveDateTime') ?? '');
  return {
    ...{ reference: `${type}/${id}`, patient: subjectOf(resource) },
    ...(value === undefined ? {} : { value }),
    ...(Number.isNaN(at) ? {} : { at }),
  };
}

/** 'Patient/17', whatever way it is written. */
export const subjectOf = (resource: unknown): string => {
  const { subject } = resource as { readonly subject?: { readonly reference?: string } };
  return (subject?.reference ?? '').split('/').slice(-2).join('/');
};

const numberIn = (resource: unknown): string => {
  const { identifier = [] } = resource as {
    readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  };
  return identifier.find(({ system }) => system === SYSTEMS.token)?.value ?? '';
};
