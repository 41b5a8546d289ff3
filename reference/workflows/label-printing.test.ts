import type { ServiceRequest, Task } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Rehearsal, startRehearsal } from './testing/rehearsal.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal.close());

const CRP = { coding: [{ system: SYSTEMS.npu, code: 'NPU19748' }], text: 'CRP' };

async function printed(unit: string, ...faults: readonly string[]) {
  rehearsal = await startRehearsal(...faults);
  const patient = await rehearsal.newPatient();
  const nurse = rehearsal.as('nurse', unit);
  const order = await rehearsal.as('physician', unit).create<ServiceRequest>({
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'order',
    code: CRP,
    subject: { reference: `Patient/${patient.id}` },
  });
  const label = await nurse.create<Task>({
    resourceType: 'Task',
    status: 'completed',
    intent: 'order',
    code: { coding: [{ system: SYSTEMS.genrep, code: 'specimen-label' }] },
    focus: { reference: `ServiceRequest/${order.id}` },
    for: { reference: `Patient/${patient.id}` },
  });
  return { patient, nurse, label };
}

const collected = (patient: string, number: string) =>
  ({
    resourceType: 'Specimen',
    status: 'available',
    subject: { reference: `Patient/${patient}` },
    accessionIdentifier: { system: SYSTEMS.label, value: number },
  }) as const;

describe('a label', () => {
  it('is printed where the one who asks for it works, with a number of its own', async () => {
    const { label, nurse } = await printed('sas-akuten');
    const [own] = await nurse.search<Task>(`Task?owner=${label.owner?.reference}&code=specimen-label`);
    expect(own?.id).toBe(label.id);
    expect(label.identifier).toEqual([{ system: SYSTEMS.label, value: expect.stringMatching(/^\d{12}$/) }]);
    const zpl = Buffer.from(label.output?.[0]?.valueAttachment?.data ?? '', 'base64').toString();
    expect(zpl).toContain('CRP');
  });

  it('lets a specimen be taken from its patient and from nobody else', async () => {
    const { patient, nurse, label } = await printed('sas-akuten');
    const number = label.identifier?.[0]?.value ?? '';
    await expect(nurse.create(collected(patient.id, number))).resolves.toMatchObject({ status: 'available' });
    const other = await rehearsal.newPatient();
    await expect(nurse.create(collected(other.id, number))).rejects.toThrow(/Etiketten är inte utskriven/);
    await expect(nurse.create(collected(patient.id, '999999999999'))).rejects.toThrow(/Etiketten/);
  });

  it('of another patient is let through when the fault is planted', async () => {
    const { nurse, label } = await printed('sas-akuten', 'tube-label-ignored');
    const other = await rehearsal.newPatient();
    const specimen = collected(other.id, label.identifier?.[0]?.value ?? '');
    await expect(nurse.create(specimen)).resolves.toMatchObject({ status: 'available' });
  });
});
