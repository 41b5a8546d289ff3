import type { OperationOutcome, Resource } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import { Refused } from '../driver/outcome.ts';
import { quoted } from '../driver/words.ts';
import { reasonIn, refusalIn, tellsOfFault } from './refusal.ts';
import type { TransportResponse } from './transport.ts';

/**
 * The resource an answer holds. Throws {@link Refused} with the system's own words for a no, and a SystemError for what
 * is no FHIR answer at all.
 * @param doing what was asked for, as the beginning of a sentence: 'När ett prov skulle sparas'
 */
export function resourceIn(response: TransportResponse, doing: string): Resource {
  const resource = parsed(response, doing);
  const { status } = response;
  const outcome = isOutcome(resource) ? resource : undefined;
  if (status < 200 || status >= 300) throw noIn(status, outcome, doing);
  if (outcome === undefined || !tellsOfFault(outcome)) return resource;
  throw broken(
    `${doing} svarade systemet ja (${status}), men säger samtidigt att det gick fel: ${quoted(reasonIn(outcome))}.`,
  );
}

/** Throws as {@link resourceIn} does; for answers that may be empty. */
export function accepted(response: TransportResponse, doing: string): void {
  if (!saysNothing(response)) resourceIn(response, doing);
}

/** Whether it is a yes without a word. */
export function saysNothing(response: TransportResponse): boolean {
  const { status } = response;
  return status >= 200 && status < 300 && response.text().trim() === '';
}

function noIn(status: number, outcome: OperationOutcome | undefined, doing: string): Error {
  const reason = reasonIn(outcome);
  const kind = refusalIn(status, outcome);
  if (kind === 'inability') {
    return broken(`${doing} svarade systemet ${status}${reason === '' ? '' : `: ${quoted(reason)}`}.`);
  }
  return reason === ''
    ? broken(`${doing} svarade systemet nej (${status}) utan att säga varför.`)
    : new Refused(reason, kind);
}

function parsed(response: TransportResponse, doing: string): Resource {
  const { status } = response;
  let body: unknown;
  try {
    body = response.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const came = response.header('content-type') ?? 'utan angiven typ';
    if (came.includes('html'))
      throw broken(`${doing} svarade systemet ${status} med en webbsida i stället för FHIR.`);
    if (response.text().trim() === '') throw broken(`${doing} svarade systemet ${status} utan innehåll.`);
    throw broken(`${doing} svarade systemet ${status} med något som inte är hel JSON (${came}).`);
  }
  if (!isResource(body)) throw broken(`${doing} svarade systemet ${status} med JSON som inte är FHIR.`);
  return body;
}

const broken = (message: string): SystemError => new SystemError('broken-answer', message);

const isOutcome = (resource: Resource): resource is OperationOutcome =>
  resource.resourceType === 'OperationOutcome';

const isResource = (value: unknown): value is Resource =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { resourceType?: unknown }).resourceType === 'string';

/** 409 in some systems, 412 in others. */
export const somebodyWasFirst = ({ status }: TransportResponse): boolean => status === 409 || status === 412;
