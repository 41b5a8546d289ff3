import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Patient } from '../domain/patient.ts';

/** What a server answered: a body that is no JSON is none, and `location` is where what was made lies. */
interface DrillAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string | undefined;
}

/** A FHIR server as a drill asks it. A request that nobody answered throws. */
export interface DrillClient {
  request(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<DrillAnswer>;
}

/** Something that is measured: on paper, or straight into the system. */
export interface Measured {
  /** The number of its form; unique, and written into the system with it. */
  readonly number: string;
  /** The patient's reference. */
  readonly patient: string;
  /** Beats per minute: a pulse, which every system can hold. */
  readonly value: number;
  /** When it was measured, epoch milliseconds. */
  readonly at: number;
}

/** What became of a write, as the one who wrote it knows. */
export type Written = 'accepted' | 'refused' | 'unknown';

/** Brings a person in whom the drill is about, and gives the reference. */
export async function admit(client: DrillClient, token: string, patient: Patient): Promise<string> {
  const { status, body, location } = await client.request('POST', 'Patient', {
    resourceType: 'Patient',
    identifier: [patient.identifier, { system: SYSTEMS.token, value: token }],
    name: [{ family: patient.familyName, given: [patient.givenName] }],
    gender: patient.sex,
    birthDate: patient.birthDate,
  });
  // Some servers give back what they made, others only say where it lies.
  const id = textAt(body, 'id') ?? /Patient\/([^/]+)/.exec(location ?? '')?.[1];
  if (status >= 300 || id === undefined) throw new Error(`The system answers ${status} to a new patient.`);
  return `Patient/${id}`;
}

/** Writes a measurement once, however often it is sent: its number is the condition. */
export async function write(client: DrillClient, { number, patient, value, at }: Measured): Promise<Written> {
  const observation = {
    resourceType: 'Observation',
    status: 'final',
    identifier: [{ system: SYSTEMS.token, value: number }],
    category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
    code: { coding: [{ system: SYSTEMS.loinc, code: '8867-4', display: 'Heart rate' }] },
    subject: { reference: patient },
    effectiveDateTime: new Date(at).toISOString(),
    valueQuantity: { value, unit: '/min', system: SYSTEMS.ucum, code: '/min' },
  };
  try {
    const { status } = await client.request('POST', 'Observation', observation, {
      'if-none-exist': named(number),
    });
    return status < 300 ? 'accepted' : status === 408 || status === 504 ? 'unknown' : 'refused';
  } catch {
    // It may have arrived, and its answer been lost.
    return 'unknown';
  }
}

/** All that stands under a number; undefined where the system did not answer as it should. */
export async function find(
  client: DrillClient,
  number: string,
): Promise<readonly Omit<Measured, 'number'>[] | undefined> {
  try {
    const { status, body } = await client.request('GET', `Observation?${named(number)}`);
    if (status !== 200) return undefined;
    const entries = (body as { entry?: readonly { resource: unknown }[] }).entry ?? [];
    return entries.map(({ resource }) => measuredIn(resource)).filter((each) => each !== undefined);
  } catch {
    return undefined;
  }
}

const named = (number: string): string => `identifier=${encodeURIComponent(`${SYSTEMS.token}|${number}`)}`;

/** Whether a person can be read now. */
export async function canRead(client: DrillClient, patient: string): Promise<boolean> {
  try {
    return (await client.request('GET', patient)).status === 200;
  } catch {
    return false;
  }
}

function measuredIn(resource: unknown): Omit<Measured, 'number'> | undefined {
  if (textAt(resource, 'resourceType') !== 'Observation') return undefined;
  const { subject, effectiveDateTime, valueQuantity } = resource as {
    readonly subject?: { readonly reference?: string };
    readonly effectiveDateTime?: string;
    readonly valueQuantity?: { readonly value?: number };
  };
  return {
    patient: (subject?.reference ?? '').split('/').slice(-2).join('/'),
    value: valueQuantity?.value ?? Number.NaN,
    at: Date.parse(effectiveDateTime ?? ''),
  };
}

const textAt = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};
