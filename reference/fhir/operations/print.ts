import { badRequest, created, OperationOutcomeError } from '@medplum/core';
import type { FhirRouteHandler } from '@medplum/fhir-router';
import type { DocumentReference, Encounter, Organization, Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { asOutcomeError } from '../outcome.ts';
import { careRepository } from '../repository.ts';

/** What a document says, from what the one who prints may see of the person. */
type Layout = (patient: Patient, unit: string) => string[];

const LAYOUTS: Readonly<Record<string, { readonly title: string; readonly layout: Layout }>> = {
  letter: {
    title: 'Kallelse',
    layout: (patient, unit) => [
      nameOf(patient),
      ...addressOf(patient),
      '',
      'Kallelse',
      `Personnummer: ${identityNumberOf(patient)}`,
      `Du är välkommen till ${unit}.`,
      'Ta med legitimation. Ring oss om du inte kan komma.',
    ],
  },
  label: {
    title: 'Identitetsband',
    layout: (patient, unit) => [nameOf(patient), identityNumberOf(patient), unit],
  },
};

/** `POST Encounter/<id>/$print?document=letter|label`: prints, and keeps what was printed. */
export const print: FhirRouteHandler = async ({ params, query }, given) => {
  const repository = careRepository(given);
  const kind = String(query.document ?? '');
  const printed = LAYOUTS[kind];
  if (printed === undefined) {
    const known = Object.keys(LAYOUTS).join(' | ');
    throw new OperationOutcomeError(badRequest(`$print needs the parameter document=${known}.`));
  }
  const encounter = await repository.readResource<Encounter>('Encounter', params.id ?? '');
  try {
    repository.environment.authority.checkWrite(repository.by, 'print', encounter);
  } catch (error) {
    throw asOutcomeError(error);
  }
  const patient = await repository
    .on('print')
    .readReference<Patient>({ reference: encounter.subject?.reference });
  const unit = await repository.readReference<Organization>({
    reference: encounter.serviceProvider?.reference,
  });
  const text = printed.layout(patient, unit.name ?? '').join('\n');
  const document: DocumentReference = {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ system: SYSTEMS.genrep, code: kind }], text: printed.title },
    subject: { reference: `Patient/${patient.id}` },
    date: new Date(repository.environment.now()).toISOString(),
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          title: printed.title,
          data: Buffer.from(text, 'utf8').toString('base64'),
        },
      },
    ],
    context: { encounter: [{ reference: `Encounter/${encounter.id}` }] },
  };
  return [created, await repository.createResource(document)];
};

function nameOf({ name: [name] = [] }: Patient): string {
  return name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
}

function addressOf({ address: [address] = [] }: Patient): string[] {
  if (address === undefined) return [];
  return [...(address.line ?? []), `${address.postalCode ?? ''} ${address.city ?? ''}`.trim()];
}

const identityNumberOf = ({ identifier: [identifier] = [] }: Patient): string => identifier?.value ?? '';
