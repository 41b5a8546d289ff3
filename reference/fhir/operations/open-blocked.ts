import { allOk } from '@medplum/core';
import type { FhirRouteHandler } from '@medplum/fhir-router';
import type { Consent, Parameters, Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { Refusal } from '../../workflow.ts';
import { asOutcomeError } from '../outcome.ts';
import { careRepository } from '../repository.ts';

/** Fewer characters than this say nothing of why; an assumption. */
const LEAST_REASON = 10;

/**
 * `POST Patient/<id>/$open-blocked`: what a patient has blocked is opened to who asks, where the patient cannot be asked and
 * the care cannot wait. Without parameters it is the first step, and answers with the units whose data is blocked; with a
 * `reason` it is the second, and what is blocked can be read. Both are logged, the second with its reason.
 */
export const openBlocked: FhirRouteHandler = async (request, given) => {
  const repository = careRepository(given);
  const { environment, by } = repository;
  const reference = `Patient/${request.params.id ?? ''}`;
  const patient = await repository.readReference<Patient>({ reference });
  const reason = reasonIn(request.body);
  await repository.aroundOperation(
    reference,
    [reference],
    async () => {
      environment.authority.checkWrite(by, 'open-blocked', patient);
      if (reason === undefined) environment.openings.ask(by, reference);
      else openWith(reason, () => environment.openings.open(by, reference));
    },
    reason,
  );
  return [allOk, reason === undefined ? await blockedUnits(reference, environment.store) : OPENED];
};

function openWith(reason: string, open: () => boolean): void {
  if (reason.trim().length < LEAST_REASON)
    throw asOutcomeError(new Refusal(422, 'Ange varför spärren måste öppnas.'));
  if (!open()) throw asOutcomeError(new Refusal(422, 'Begär först att få veta var uppgifterna finns.'));
}

const OPENED: Parameters = {
  resourceType: 'Parameters',
  parameter: [{ name: 'opened', valueBoolean: true }],
};

function reasonIn(body: unknown): string | undefined {
  const { parameter = [] } = (body ?? {}) as Partial<Parameters>;
  return parameter.find(({ name }) => name === 'reason')?.valueString;
}

async function blockedUnits(
  patient: string,
  store: { search<T extends Consent>(query: string): Promise<T[]> },
): Promise<Parameters> {
  const category = encodeURIComponent(`${SYSTEMS.genrep}|block`);
  const blocks = await store.search<Consent>(`Consent?patient=${patient}&status=active&category=${category}`);
  const units = new Set(blocks.flatMap(({ organization = [] }) => organization[0]?.reference ?? []));
  return {
    resourceType: 'Parameters',
    parameter: [...units].map((reference) => ({ name: 'unit', valueReference: { reference } })),
  };
}
