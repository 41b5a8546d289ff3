import type { CapabilityStatement, Resource } from '@medplum/fhirtypes';
import type { CareUnit } from '../../../domain/care-day.ts';
import type { Fact, Held, Round, Shown } from '../../../domain/fact.ts';
import { randomStream } from '../../../domain/random.ts';
import type { Actor, Role } from '../../../domain/role.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { SystemError } from '../../care-system.ts';
import type { Account, Accounts } from '../../driver/account.ts';
import type { Exchange } from '../exchange.ts';
import { localReference } from '../url.ts';
import {
  aboutOf,
  answerOf,
  authorOf,
  componentOf,
  containedIn,
  contentOf,
  digestOf,
  linksOf,
  ownersOf,
  tokensOf,
} from './canonical.ts';
import { type Fetched, fetchAll } from './fetch.ts';
import type { Ledger, Person } from './ledger.ts';

/** What a watch works with in one system. */
export interface Surroundings {
  readonly exchange: Exchange;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly statement: CapabilityStatement;
  readonly workflows: ReadonlySet<string>;
  readonly seed: number;
  /** Whether the system knows who of the staff reads. */
  readonly toldApart: boolean;
  /** How far the system's clock is ahead of this one. */
  readonly clockAhead: Milliseconds;
  readonly facts: Fact[];
  readonly now: () => number;
  readonly pause: (time: Milliseconds) => Promise<void>;
  /** 'Organization/3' */
  readonly unit: (unit: CareUnit) => Promise<string>;
}

/** How something is drawn: the same for the same run. */
export const drawn = ({ seed }: Surroundings, purpose: string, entity: string) =>
  randomStream(seed, `watch ${purpose}`, entity);

const resourcesOf = ({ statement }: Surroundings) =>
  (statement.rest?.find(({ mode }) => mode === 'server') ?? statement.rest?.[0])?.resource ?? [];

/** Whether a server says that a type can be searched by a parameter. */
export const searches = (at: Surroundings, type: string, parameter: string): boolean =>
  resourcesOf(at).some(
    (each) => each.type === type && each.searchParam?.some(({ name }) => name === parameter) === true,
  );

/** Whether a server says that a search of a type can be asked to bring along what it names. */
export const includes = (at: Surroundings, type: string, parameter: string): boolean =>
  resourcesOf(at).some(
    (each) => each.type === type && each.searchInclude?.includes(`${type}:${parameter}`) === true,
  );

/** Whether a server says that it does something with a type. */
export const interacts = (at: Surroundings, type: string, code: string): boolean =>
  resourcesOf(at).some(
    (each) =>
      each.type === type && each.interaction?.some((interaction) => interaction.code === code) === true,
  );

export const hasOperation = (at: Surroundings, type: string, name: string): boolean =>
  resourcesOf(at).some(
    (each) =>
      each.type === type && each.operation?.some((one) => one.name.replace('$', '') === name) === true,
  );

/** Whether a server says that it keeps a log of accesses itself: one that takes entries from anybody keeps none. */
export const keepsLog = (at: Surroundings): boolean =>
  at.toldApart &&
  interacts(at, 'AuditEvent', 'search-type') &&
  !interacts(at, 'AuditEvent', 'create') &&
  searches(at, 'AuditEvent', 'patient');

/** The parameter by which a type is searched for a patient; undefined where there is none. */
export const patientParameter = (at: Surroundings, type: string): string | undefined =>
  ['patient', 'subject'].find((name) => searches(at, type, name));

/** The account of somebody at a unit; undefined where the system has none such. */
export function accountOf(
  { accounts }: Surroundings,
  actor: Actor,
  { patient, units }: Pick<Person, 'patient' | 'units'>,
): Account | undefined {
  const unit = actor.unit === null ? undefined : units[actor.unit];
  if (actor.unit !== null && unit === undefined) return undefined;
  try {
    return accounts.of(actor, unit, patient.identifier);
  } catch (error) {
    if (error instanceof SystemError) return undefined;
    throw error;
  }
}

/** A look, noted for the system's log of accesses; undefined where nobody can be signed in so, or nothing came. */
export async function seenBy(
  at: Surroundings,
  account: Account,
  address: string,
  name: string,
  concerning?: { readonly patient: string; readonly what: string; readonly instance?: string | undefined },
): Promise<Fetched | undefined> {
  try {
    const fetched = await fetchAll(at.exchange, account, address, name);
    if (concerning !== undefined && isLogged(fetched.status, address)) {
      const action = /[?$]/.test(address) ? 'E' : 'R';
      const refused = fetched.status === 403 ? { refused: true as const } : {};
      at.ledger.noteAccess({ account, action, ...concerning, at: at.now(), ...refused });
    }
    return fetched;
  } catch (error) {
    if (error instanceof SystemError) return undefined;
    throw error;
  }
}

/** What is refused is told of its patient where the request names one. */
const isLogged = (status: number, address: string): boolean =>
  status === 200 || (status === 403 && address.includes('Patient%2F'));

export const shownOf = (resource: Resource): Shown => ({
  id: `${resource.resourceType}/${resource.id}`,
  digest: digestOf(resource),
});

/** The things of the record as facts; `among` are those in which an answer's results are looked for. */
export function heldOf(
  at: Surroundings,
  resource: Resource,
  round: Round,
  among: ReadonlyMap<string, Resource>,
): Held {
  const about = aboutOf(resource);
  const content =
    resource.resourceType === 'DiagnosticReport' ? answerIn(resource, among) : contentOf(resource);
  return {
    fact: 'held',
    round,
    what: resource.resourceType,
    id: `${resource.resourceType}/${resource.id}`,
    about: about === undefined ? undefined : (at.ledger.keyOf(about) ?? 'stranger'),
    tokens: tokensOf(resource),
    version: resource.meta?.versionId,
    updatedAt: timeOf(resource.meta?.lastUpdated),
    seenAt: at.now(),
    author: authorOf(resource),
    content,
    links: linksOf(resource),
    owners: ownersOf(resource),
    component: componentOf(resource),
  };
}

function answerIn(
  report: Resource & { resourceType: 'DiagnosticReport' },
  among: ReadonlyMap<string, Resource>,
) {
  const beside = (report.result ?? []).flatMap(({ reference = '' }) => {
    const result = among.get(localReference(reference));
    return result?.resourceType === 'Observation' ? [result] : [];
  });
  return answerOf(report, [...containedIn(report), ...beside]);
}

const timeOf = (text: string | undefined): number | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
};

/** Somebody who looks. */
export interface Reader {
  readonly account: Account;
  /** 'nurse@ward' */
  readonly name: string;
  readonly role: Role | 'registry';
}
