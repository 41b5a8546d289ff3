import type { Resource } from '@medplum/fhirtypes';
import type { CareUnit } from '../../../domain/care-day.ts';
import type { Role, UnitKind } from '../../../domain/role.ts';
import type { Account } from '../../driver/account.ts';
import { localReference } from '../url.ts';
import { aboutOf, linksOf } from './canonical.ts';
import type { Person } from './ledger.ts';
import { accountOf, interacts, type Surroundings, searches, seenBy, shownOf } from './surroundings.ts';

/** A list that a unit works by. */
interface UnitList {
  readonly type: string;
  /** The parameter and the element that say whose it is. */
  readonly of: readonly [parameter: string, element: string];
  readonly status: readonly string[];
  /** The unit's own people who work by it. */
  readonly by: Readonly<Partial<Record<UnitKind, readonly Role[]>>>;
}

const LISTS: readonly UnitList[] = [
  {
    type: 'Encounter',
    of: ['service-provider', 'serviceProvider'],
    status: ['arrived', 'triaged', 'in-progress'],
    by: {
      emergency: ['nurse', 'physician', 'medical-secretary'],
      ward: ['nurse', 'physician', 'assistant-nurse'],
      'primary-care': ['nurse', 'physician', 'district-nurse'],
    },
  },
  {
    type: 'Encounter',
    of: ['service-provider', 'serviceProvider'],
    status: ['finished'],
    by: { emergency: ['medical-secretary', 'physician'], ward: ['nurse', 'physician'] },
  },
  {
    type: 'Task',
    of: ['owner', 'owner'],
    status: ['requested'],
    by: { laboratory: ['biomedical-scientist'], municipality: ['care-manager', 'district-nurse'] },
  },
  {
    type: 'Task',
    of: ['owner', 'owner'],
    status: ['completed'],
    by: { laboratory: ['biomedical-scientist'], municipality: ['care-manager', 'district-nurse'] },
  },
  {
    type: 'Communication',
    of: ['recipient', 'recipient'],
    status: ['completed'],
    by: { municipality: ['care-manager', 'district-nurse'] },
  },
];

/**
 * Looks at the lists that units work by: all that belongs there, and nothing else, of what this driver's own flows have
 * made. Others' may still move.
 */
export async function lookAtLists(at: Surroundings, whole: ReadonlyMap<string, Resource>): Promise<void> {
  if (!at.toldApart) return;
  const written = new Set(at.ledger.writes.map(({ id }) => id));
  const record = new Map(
    [...whole].filter(([id, each]) => written.has(id) || linksOf(each).some((link) => written.has(link))),
  );
  const units = unitsOf(at);
  for (const { unit, person } of units) {
    const own = await at.unit(unit);
    const other = units.find((each) => each.unit.kind === unit.kind && each.unit.key !== unit.key);
    for (const list of LISTS.filter((each) => isThere(at, each))) {
      for (const role of list.by[unit.kind] ?? []) {
        const look = { list, reader: { role, unit: unit.kind }, person, record };
        await lookAtList(at, { ...look, owner: own, entitled: true });
        if (other === undefined || unit.kind !== 'municipality') continue;
        await lookAtList(at, { ...look, owner: await at.unit(other.unit), entitled: false });
      }
    }
  }
}

const isThere = (at: Surroundings, { type, of: [parameter] }: UnitList): boolean =>
  interacts(at, type, 'search-type') && searches(at, type, parameter) && searches(at, type, 'status');

/** The units of the run, each with somebody whose flow passed there. */
function unitsOf(at: Surroundings): { readonly unit: CareUnit; readonly person: Person }[] {
  const found = new Map<string, { unit: CareUnit; person: Person }>();
  for (const person of at.ledger.people) {
    for (const unit of Object.values(person.units))
      if (!found.has(unit.key)) found.set(unit.key, { unit, person });
  }
  return [...found.values()];
}

async function lookAtList(
  at: Surroundings,
  look: {
    readonly list: UnitList;
    readonly owner: string;
    readonly reader: { readonly role: Role; readonly unit: UnitKind };
    readonly person: Person;
    readonly record: ReadonlyMap<string, Resource>;
    readonly entitled: boolean;
  },
): Promise<void> {
  const { list, owner, reader, person, record, entitled } = look;
  const { type, of, status } = list;
  const account = accountOf(at, reader, person);
  if (account === undefined) return;
  const address = `${type}?${of[0]}=${encodeURIComponent(owner)}&status=${status.join(',')}&_count=50`;
  const fetched = await seenBy(at, account, address, `GET ${type}?${of[0]}&status`);
  if (fetched === undefined) return;
  noteListed(at, account, type, fetched.resources);
  // What the run did not make may be older than it.
  const shown = fetched.resources.filter((each) => record.has(`${type}/${each.id}`)).map(shownOf);
  const due = [...record]
    .filter(([id, each]) => each.resourceType === type && isOn(meant(at, id) ?? each, list, owner))
    .map(([, each]) => shownOf(each));
  at.facts.push({
    fact: 'looked',
    ...{ round: 'day-end', view: 'list', reader: `${reader.role}@${reader.unit}`, role: reader.role },
    ...{ what: type, about: `${owner} ${status.join(',')}`, shown },
    ...(entitled ? { due } : {}),
    ...(fetched.status === 200 ? {} : { refused: String(fetched.status) }),
    entitled,
  });
}

/** Whoever stands on a list that is shown has had something of the record opened. */
function noteListed(at: Surroundings, account: Account, what: string, shown: readonly Resource[]): void {
  for (const about of new Set(shown.map(aboutOf))) {
    const patient = about === undefined ? undefined : at.ledger.keyOf(about);
    if (patient !== undefined) at.ledger.noteAccess({ account, action: 'E', patient, what, at: at.now() });
  }
}

/** What was last written of it: where it belongs is what was meant, whatever the system has made of that. */
const meant = ({ ledger }: Surroundings, id: string): Resource | undefined => ledger.lastOf(id)?.resource;

function isOn(resource: Resource, { of, status }: UnitList, owner: string): boolean {
  const places = [Reflect.get(resource, of[1])].flat() as ({ reference?: string } | undefined)[];
  return (
    status.includes(String(Reflect.get(resource, 'status'))) &&
    places.some((place) => place?.reference !== undefined && localReference(place.reference) === owner)
  );
}
