import type { Coding, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { SECOND } from '../../domain/time.ts';
import { localReference } from './url.ts';

/** Writes a token into a resource that is this writer's own; under load a copy of it costs as much as its JSON. */
export function tagged<R extends Resource>(resource: R, token: string): R {
  const own: Coding = { system: SYSTEMS.token, code: token };
  const { meta } = resource;
  resource.meta = meta === undefined ? { tag: [own] } : { ...meta, tag: [...(meta.tag ?? []), own] };
  return resource;
}

export const carries = ({ meta }: Resource, token: string): boolean =>
  meta?.tag?.some(({ system, code }) => system === SYSTEMS.token && code === token) === true;

/** Whether a server has kept any mark of Genrep's on it. */
export const isMarked = ({ meta }: Resource): boolean =>
  meta?.tag?.some(({ system }) => system === SYSTEMS.token) === true;

/** What a resource is of, whatever else a server adds to it. */
const KIND = ['code', 'type', 'class', 'category', 'medicationCodeableConcept', 'serviceType'] as const;

/**
 * Whether what was found is what was sent: it carries the token, and is of the same kind. Whom it is about, the reader
 * has seen to.
 */
export const isOwn = (found: Resource, sent: Resource, token: string): boolean =>
  found.resourceType === sent.resourceType && carries(found, token) && holds(found, sent, KIND);

/** Whether what was found may be what was sent by a server that keeps no marks. */
export const mayBe = (found: Resource, sent: Resource): boolean =>
  found.resourceType === sent.resourceType && !isMarked(found) && holds(found, sent, KIND);

/**
 * Whether what was found on a server that keeps no marks says all that was sent, which when it was done belongs to.
 */
export const isLike = (found: Resource, sent: Resource): boolean =>
  found.resourceType === sent.resourceType &&
  !isMarked(found) &&
  holds(
    found,
    sent,
    Object.keys(sent).filter((name) => !SERVERS_OWN.has(name)),
  );

/** Whether what was found says what was changed. */
export const holdsChange = (found: Resource, before: Resource, sent: Resource): boolean =>
  holds(
    found,
    sent,
    Object.keys(sent).filter(
      (name) =>
        !SERVERS_OWN.has(name) && JSON.stringify(part(before, name)) !== JSON.stringify(part(sent, name)),
    ),
  );

/** What a server writes as it likes. */
const SERVERS_OWN: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta', 'text']);

const part = (resource: Resource, name: string): unknown =>
  (resource as unknown as Record<string, unknown>)[name];

const holds = (found: Resource, sent: Resource, names: readonly string[]): boolean =>
  names.every((name) => says(part(found, name), part(sent, name)));

/** Whether a value says at least what another does, however times and references are written. */
function says(found: unknown, sent: unknown): boolean {
  if (sent === undefined || found === sent) return true;
  if (typeof sent === 'string') return typeof found === 'string' && saysText(found, sent);
  if (typeof sent !== 'object' || sent === null || typeof found !== 'object' || found === null) return false;
  if (Array.isArray(sent)) {
    return Array.isArray(found) && sent.every((each) => found.some((one: unknown) => says(one, each)));
  }
  // Who did it, a server may tell in its own way.
  if ('identifier' in sent) return true;
  return Object.entries(sent).every(
    ([name, value]) => name === 'display' || says((found as Record<string, unknown>)[name], value),
  );
}

/** A server may write the whole address of a reference, and a time in another zone or without its fractions. */
const saysText = (found: string, sent: string): boolean =>
  sent.includes('/')
    ? localReference(found) === localReference(sent)
    : A_TIME.test(sent) && Date.parse(found) === timeAs(found, Date.parse(sent));

const timeAs = (found: string, time: number): number =>
  found.includes('.') ? time : Math.floor(time / SECOND) * SECOND;

const A_TIME = /^\d{4}-\d{2}-\d{2}T/;
