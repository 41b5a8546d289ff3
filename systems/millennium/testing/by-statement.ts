import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes';
import type { Manner } from '../../fhir-r4/testing/manner.ts';
import { outcomeOf } from '../../testing/plain-server.ts';
import type { Received, Reply } from '../../testing/small-server.ts';

/**
 * A server that takes what its statement says, and refuses all else: interactions, search parameters, a search without
 * the `patient` that the statement's documentation calls required, transactions and conditions on a create.
 */
export const byStatement = (statement: CapabilityStatement): Manner => ({
  name: 'by-statement',
  is: 'right',
  concerns: 'answers',
  does: 'takes what its statement says and nothing else',
  source: 'the statement',
  of: () => ({
    claims: () => statement,
    instead: (request) => {
      const refusal = refusalOf(statement, request);
      return refusal === undefined ? undefined : refused(refusal);
    },
  }),
});

const refused = (text: string): Reply => ({ status: 400, json: outcomeOf(text) });

function refusalOf(statement: CapabilityStatement, { method, url, headers }: Received): string | undefined {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [, , type = '', id] = pathname.split('/');
  if (type === 'metadata') return undefined;
  const resource = statement.rest?.[0]?.resource?.find((each) => each.type === type);
  if (resource === undefined) return `${method} ${pathname} is not implemented.`;
  const interaction = INTERACTIONS[`${method}${id === undefined ? '' : ' id'}`];
  if (!resource.interaction?.some(({ code }) => code === interaction)) {
    return `${type} does not support ${interaction}.`;
  }
  if (headers['if-none-exist'] !== undefined) return 'Conditional create is not supported.';
  return interaction === 'search-type' ? searchRefusal(resource, [...searchParams.keys()]) : undefined;
}

const INTERACTIONS: Readonly<Record<string, string>> = {
  GET: 'search-type',
  POST: 'create',
  'GET id': 'read',
  'PUT id': 'update',
  'DELETE id': 'delete',
};

function searchRefusal(
  { type, searchParam = [] }: CapabilityStatementRestResource,
  asked: readonly string[],
): string | undefined {
  const unknown = asked.find((name) => !searchParam.some((each) => each.name === name));
  if (unknown !== undefined) return `${type} is not searched by ${unknown}.`;
  const patient = searchParam.find(({ name }) => name === 'patient')?.documentation ?? '';
  const enough = ['patient', '_id', ...insteadOf(patient)];
  return /required/.test(patient) && !asked.some((name) => enough.includes(name))
    ? `${type}: patient is required. ${patient}`
    : undefined;
}

/** 'It is a required field if the id or identifier fields are not given' */
const insteadOf = (documentation: string): readonly string[] =>
  /if the (.+?) fields are not given/.exec(documentation)?.[1]?.split(' or ') ?? [];
