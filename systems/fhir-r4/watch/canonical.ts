import type { Observation, Reference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Component, Content } from '../../../domain/fact.ts';
import { decodeBase64 } from '../../driver/base64.ts';
import { localReference } from '../url.ts';

/** Where resources say who did it. */
const AUTHORS: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['recorder'],
  CarePlan: ['author'],
  Communication: ['sender'],
  Condition: ['recorder'],
  Consent: ['performer'],
  DiagnosticReport: ['performer'],
  DocumentReference: ['author'],
  Immunization: ['performer'],
  MedicationAdministration: ['performer'],
  MedicationDispense: ['performer'],
  MedicationRequest: ['requester'],
  Observation: ['performer'],
  Procedure: ['recorder'],
  ServiceRequest: ['requester'],
  Specimen: ['collection.collector'],
  Task: ['requester'],
};

/** What a server writes as it likes, and what is told of it elsewhere. */
const LEFT_OUT = new Set(['resourceType', 'id', 'meta', 'text', 'subject', 'patient', 'for', 'contained']);

type Fields = Readonly<Record<string, unknown>>;

/** What a resource says, flat; whom it is about and who did it are told apart from it. */
export function contentOf(resource: Resource): Content {
  const content: Record<string, string> = {};
  const authors = new Set(AUTHORS[resource.resourceType]);
  const add = (value: unknown, path: string): void => {
    if (authors.has(path)) return;
    if (Array.isArray(value)) {
      content[`${path}.length`] = String(value.length);
      for (const [at, each] of value.entries()) add(each, `${path}[${at}]`);
    } else if (typeof value === 'object' && value !== null) {
      const isPatient = String((value as Fields).reference ?? '').includes('Patient/');
      for (const [name, each] of Object.entries(value)) {
        if (name === 'display' && isPatient) continue;
        add(each, path === '' ? name : `${path}.${name}`);
      }
    } else if (value !== undefined && value !== null) content[path] = textOf(value, path);
  };
  for (const [name, value] of Object.entries(resource)) if (!LEFT_OUT.has(name)) add(value, name);
  return content;
}

const A_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function textOf(value: unknown, path: string): string {
  if (typeof value !== 'string') return String(value);
  if (A_TIME.test(value) && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  if (path.endsWith('.reference')) {
    const local = localReference(value);
    return local.startsWith('Patient/') ? 'Patient/*' : local;
  }
  return path.endsWith('.attachment.data') ? decodeBase64(value) : value;
}

/**
 * What an answer of a laboratory says, whether its results are contained in it or stand beside it: what it answers, and
 * each result. One without results says what it says itself.
 */
export function answerOf(report: Resource, results: readonly Observation[]): Content {
  if (report.resourceType !== 'DiagnosticReport' || results.length === 0) return contentOf(report);
  const { code, basedOn, status } = report;
  const said = results.map(({ code: of, valueQuantity, valueString, status: is }) => ({
    code: of,
    valueQuantity,
    valueString,
    status: is,
  }));
  return contentOf({ resourceType: 'DiagnosticReport', code, basedOn, status, said } as unknown as Resource);
}

/** The results that are contained in a report. */
export const containedIn = (report: Resource): Observation[] =>
  'contained' in report && Array.isArray(report.contained)
    ? report.contained.filter((each): each is Observation => each.resourceType === 'Observation')
    : [];

/** Who did it, in the system's own way: an identifier, else a reference, else a name. */
export function authorOf(resource: Resource): string | undefined {
  for (const path of AUTHORS[resource.resourceType] ?? []) {
    const told = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], resource);
    const [first] = [told].flat() as (Reference & { readonly actor?: Reference })[];
    const who = first?.actor ?? first;
    if (who === undefined) continue;
    const { identifier, reference, display } = who;
    if (identifier?.value !== undefined) return identifier.value;
    return reference === undefined ? display : localReference(reference);
  }
  return undefined;
}

/** 'Patient/17' of whom it is about. */
export function aboutOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return `Patient/${resource.id}`;
  const { subject, patient, for: whom, participant } = resource as unknown as Fields;
  return [subject, patient, whom, participant]
    .flat()
    .flatMap((place) => {
      const { reference, actor } = (place ?? {}) as { reference?: string; actor?: { reference?: string } };
      return [reference, actor?.reference];
    })
    .flatMap((reference) => (reference === undefined ? [] : [localReference(reference)]))
    .find((reference) => reference.startsWith('Patient/'));
}

/** Other things that it names; not people, units and places. */
export function linksOf(resource: Resource): string[] {
  const links = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { reference } = value as { reference?: unknown };
    if (!Array.isArray(value) && typeof reference === 'string' && !reference.startsWith('#')) {
      const local = localReference(reference);
      if (!/^(Patient|Organization|Practitioner|PractitionerRole|Location)\//.test(local)) links.add(local);
    }
    for (const each of Object.values(value)) gather(each);
  };
  gather(resource);
  return [...links];
}

/** Units that it is addressed to. */
export const receiversOf = (resource: Resource): string[] =>
  resource.resourceType === 'Communication' || resource.resourceType === 'ServiceRequest'
    ? ownersOf(resource)
    : [];

/** Units that it is with or addressed to. */
export function ownersOf(resource: Resource): string[] {
  const { owner, recipient, performer, serviceProvider } = resource as unknown as Fields;
  const places = [
    owner,
    recipient,
    serviceProvider,
    resource.resourceType === 'ServiceRequest' ? performer : [],
  ];
  return places
    .flat()
    .flatMap((place) => (place as { reference?: string } | undefined)?.reference ?? [])
    .map(localReference)
    .filter((reference) => reference.startsWith('Organization/'));
}

export const tokensOf = ({ meta }: Resource): string[] =>
  meta?.tag?.flatMap(({ system, code }) => (system === SYSTEMS.token && code !== undefined ? [code] : [])) ??
  [];

/** In which part of a system something of this kind comes about. */
export function componentOf(resource: Resource): Component {
  switch (resource.resourceType) {
    case 'DiagnosticReport':
      return 'laboratory';
    case 'Specimen':
      return 'laboratory';
    case 'Observation':
      return resource.basedOn === undefined ? 'api' : 'laboratory';
    case 'Communication':
      return 'message';
    case 'Task':
      return resource.focus?.reference?.includes('ServiceRequest/') ? 'laboratory' : 'message';
    default:
      return 'api';
  }
}

/** All that a resource says, in one word: equal words are equal resources. */
export const digestOf = (resource: Resource): string =>
  JSON.stringify([contentOf(resource), authorOf(resource) ?? '', aboutOf(resource) ?? '']);
