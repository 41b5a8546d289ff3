import type { Observation, Patient, Resource, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Height, SHIFT_LIMIT, shiftSince } from '../growth/deviation.ts';
import type { ReferenceWorkflow, SignedIn, Store } from '../workflow.ts';
import { genrepConcept, hasCode, referenceTo } from './concept.ts';

/** LOINC, body height (HL7 FHIR Vital Signs). */
const BODY_HEIGHT = '8302-2';

const isHeight = (resource: Resource): resource is Observation =>
  resource.resourceType === 'Observation' && hasCode(resource.code, SYSTEMS.loinc, BODY_HEIGHT);

const heightOf = ({ effectiveDateTime = '', valueQuantity }: Observation): Height => ({
  at: effectiveDateTime,
  centimetres: valueQuantity?.value ?? Number.NaN,
});

/** A height that leaves its channel of the curve is put on the list of the unit that measured it. */
export const growthWatch = (now: () => number): ReferenceWorkflow => ({
  name: 'growth-watch',
  async afterWrite({ interaction, resource, by }, store) {
    if (interaction !== 'create' || !isHeight(resource)) return;
    const shift = await shiftOf(resource, store);
    if (shift === undefined || Math.abs(shift) < SHIFT_LIMIT) return;
    await store.create<Task>(deviation(resource, shift, by, new Date(now()).toISOString()));
  },
});

async function shiftOf(height: Observation, store: Store): Promise<number | undefined> {
  const patient = await store.read<Patient>(height.subject?.reference ?? '');
  const { gender, birthDate } = patient ?? {};
  if ((gender !== 'female' && gender !== 'male') || birthDate === undefined) return undefined;
  const all = await store.search<Observation>(
    `Observation?subject=${height.subject?.reference}&code=${SYSTEMS.loinc}|${BODY_HEIGHT}&status=final`,
  );
  const others = all.filter(({ id }) => id !== height.id).map(heightOf);
  return shiftSince({ sex: gender, birthDate }, heightOf(height), others);
}

const deviation = (height: Observation, shift: number, by: SignedIn, at: string): Task => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: genrepConcept('growth-deviation', 'Tillväxt som avviker'),
  description: `Längden har flyttat sig ${shift.toFixed(1).replace('.', ',')} SDS sedan förra mätningen.`,
  focus: referenceTo(height),
  for: height.subject,
  ...(by.unit === undefined ? {} : { owner: { reference: `Organization/${by.unit}` } }),
  authoredOn: at,
});
