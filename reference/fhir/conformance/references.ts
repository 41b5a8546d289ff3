import { isResourceType } from '@medplum/core';
import type { OperationOutcomeIssue, Reference, Resource } from '@medplum/fhirtypes';

/** A reference to something that must be in this store. */
export interface Mention {
  readonly type: string;
  readonly id: string;
  /** Where it stands: 'Observation.subject'. */
  readonly path: string;
}

interface Whereabouts {
  readonly within: Resource;
  readonly baseUrl: string;
}

interface Read {
  readonly issue?: OperationOutcomeIssue;
  readonly mention?: Mention;
}

const LOCAL = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
/** The end of an address on another server, where it names a resource. */
const ELSEWHERE = /^https?:.*\/([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

/**
 * What a reference says: whom it mentions here, or what is wrong with it. One that has no address (only an identifier or a
 * name) mentions nobody.
 * @param targets the types that may be referred to; any when undefined
 */
export function readReference(
  { reference }: Reference,
  targets: ReadonlySet<string> | undefined,
  path: string,
  { within, baseUrl }: Whereabouts,
): Read {
  if (reference === undefined) return {};
  if (reference.startsWith('#')) return contained(reference, targets, path, within);
  const own = reference.startsWith(`${baseUrl}/`) ? reference.slice(baseUrl.length + 1) : reference;
  const [, type, id] = LOCAL.exec(own) ?? [];
  if (type !== undefined && id !== undefined && isResourceType(type)) {
    return mayPointTo(type, targets) ? { mention: { type, id, path } } : wrongType(path, reference, targets);
  }
  const [, foreign] = ELSEWHERE.exec(own) ?? [];
  if (foreign !== undefined) {
    return mayPointTo(foreign, targets) ? {} : wrongType(path, reference, targets);
  }
  return { issue: unresolved(path, reference) };
}

/** That there is nobody at a reference. */
export const nobodyAt = ({ type, id, path }: Mention): OperationOutcomeIssue => ({
  severity: 'error',
  code: 'not-found',
  details: { text: `${path} pekar på ${type}/${id}, som inte finns här.` },
  expression: [path],
});

function contained(
  reference: string,
  targets: ReadonlySet<string> | undefined,
  path: string,
  within: Resource,
): Read {
  const inside: readonly Resource[] = ('contained' in within && within.contained) || [];
  const target = reference === '#' ? within : inside.find(({ id }) => `#${id}` === reference);
  if (target === undefined) {
    const text = `${path} pekar på ${reference}, som inte finns i resursen själv (contained).`;
    return { issue: { severity: 'error', code: 'not-found', details: { text }, expression: [path] } };
  }
  return mayPointTo(target.resourceType, targets) ? {} : wrongType(path, reference, targets);
}

const mayPointTo = (type: string, targets: ReadonlySet<string> | undefined): boolean =>
  targets === undefined || targets.has(type);

const wrongType = (path: string, reference: string, targets: ReadonlySet<string> | undefined): Read => ({
  issue: {
    severity: 'error',
    code: 'value',
    details: {
      text: `${path} pekar på ${reference}, men där får bara stå ${[...(targets ?? [])].join(', ')}.`,
    },
    expression: [path],
  },
});

function unresolved(path: string, reference: string): OperationOutcomeIssue {
  const why = reference.includes('?')
    ? 'en villkorad referens; den löses bara i en transaktion'
    : reference.startsWith('urn:')
      ? 'en platshållare som ingen post i samma bunt har som fullUrl'
      : 'ingen FHIR-referens; väntat är Typ/id';
  return {
    severity: 'error',
    code: 'value',
    details: { text: `${path} pekar på ${reference}: ${why}.` },
    expression: [path],
  };
}
