import type { AuditEvent, Resource } from '@medplum/fhirtypes';
import type { AccessLogged } from '../domain/access-evidence.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Done } from './journal.ts';

/** How much the times of a log may differ from when something was asked and answered; FHIR times may lack fractions. */
const SLACK: Milliseconds = 2_000;

/** How many examples are told. */
const EXAMPLES = 8;

/**
 * Holds what Genrep did against the system's log. Found is what stands there once: who (by account, number and name), what was
 * done, with what, about whom and when, and whether it was refused. Explained is what the log says of Genrep's accounts that
 * happened while Genrep was asking for it: a server may log the parts of what was asked as well.
 * @param clockAhead how far the system's clock is ahead of Genrep's
 */
export function reconcile(
  done: readonly Done[],
  events: readonly AuditEvent[],
  clockAhead: Milliseconds,
): AccessLogged {
  const own = new Set(done.map(({ account }) => account));
  const entries = events.map(entryOf).filter(({ account }) => own.has(account));
  const byAccount = Map.groupBy(entries, ({ account }) => account);
  const taken = new Set<Entry>();
  const missing: Done[] = [];
  for (const deed of done) {
    const entry = byAccount
      .get(deed.account)
      ?.find((each) => !taken.has(each) && tellsOf(each, deed, clockAhead));
    if (entry === undefined) missing.push(deed);
    else taken.add(entry);
  }
  const byWhom = Map.groupBy(done, ({ account }) => account);
  const strange = entries.filter(
    (entry) =>
      !taken.has(entry) &&
      !(byWhom.get(entry.account) ?? []).some((deed) => isPartOf(entry, deed, clockAhead)),
  );
  return {
    type: 'access-logged',
    ...{ done: done.length, found: done.length - missing.length },
    ...{ entries: entries.length, explained: entries.length - strange.length },
    examples: [
      ...missing.slice(0, EXAMPLES).map((deed) => `saknas: ${toldOf(deed)}`),
      ...strange
        .slice(0, EXAMPLES)
        .map((entry) => `oförklarat: ${entry.deed} ${typesIn(entry)} av ${entry.account}`),
    ],
  };
}

/** What one entry of a log says. */
interface Entry {
  readonly account: string;
  /** Whether it says who it was beside the account: a number or a record, and a name. */
  readonly tellsWho: boolean;
  readonly deed: string;
  readonly refused: boolean;
  readonly at: number;
  /** References, and of a search the kind that was looked for. */
  readonly things: ReadonlySet<string>;
}

function entryOf({ agent: [agent], action, outcome = '0', recorded, entity = [] }: AuditEvent): Entry {
  const number = agent?.who?.identifier?.value ?? agent?.who?.reference;
  return {
    account: agent?.altId ?? number ?? agent?.name ?? '',
    tellsWho: number !== undefined && (agent?.name ?? agent?.who?.display ?? '') !== '',
    ...{ deed: action ?? '', refused: outcome !== '0', at: Date.parse(recorded) },
    things: new Set(entity.flatMap(({ what, description }) => what?.reference ?? description ?? [])),
  };
}

/** Those who are no people have an account and no number. */
const NO_PEOPLE: ReadonlySet<string> = new Set(['registry', 'migration']);

function tellsOf(entry: Entry, deed: Done, clockAhead: Milliseconds): boolean {
  return (
    deed.deeds.some((one) => one === entry.deed) &&
    entry.refused === deed.refused &&
    isAbout(entry, deed) &&
    (deed.refused || deed.patient === undefined || entry.things.has(deed.patient)) &&
    (entry.tellsWho || NO_PEOPLE.has(deed.account)) &&
    isWithin(entry, deed, clockAhead)
  );
}

/** What was done with a person's whole record is about the person first; elsewhere the person is named beside the thing. */
const isAbout = ({ things }: Entry, { what, along = '' }: Done): boolean =>
  what.startsWith('Patient/') ? [...things][0] === what : things.has(what) || things.has(along);

/** Something that was logged while it was asked for, and about nobody else. */
function isPartOf(entry: Entry, deed: Done, clockAhead: Milliseconds): boolean {
  const patients = [...entry.things].filter((thing) => thing.startsWith('Patient/'));
  const named = patients.every((patient) => patient === deed.whose);
  return named && isWithin(entry, deed, clockAhead);
}

const isWithin = ({ at }: Entry, { sentAt, answeredAt }: Done, clockAhead: Milliseconds): boolean =>
  at >= sentAt + clockAhead - SLACK && at <= answeredAt + clockAhead + SLACK;

/** Without numbers or names: what was done, with what kind of thing, by which account. */
const toldOf = ({ deeds, what, account, refused }: Done): string =>
  `${refused ? 'nekad ' : ''}${deeds[0]} ${what.split('/')[0]} av ${account}`;

const typesIn = ({ things }: Entry): string =>
  [...new Set([...things].map((thing) => thing.split('/')[0] ?? ''))].join(', ');

export const isAuditEvent = (resource: Resource): resource is AuditEvent =>
  resource.resourceType === 'AuditEvent';
