import type { Patient } from '@medplum/fhirtypes';
import type { FastifyInstance } from 'fastify';
import { organizationReference } from './organisation.ts';
import { staffAccounts } from './sign-in/accounts.ts';
import type { Store, Unit } from './workflow.ts';

/** How many people somebody who is to sign in is shown to pick from. */
const PEOPLE = 24;

/**
 * `GET /directory`: the units of the house with everybody who can sign in there, and some of the people. It is for whoever
 * has not signed in yet, so nobody with protected identity is in it.
 */
export function registerDirectory(app: FastifyInstance, units: readonly Unit[], store: Store): void {
  const staff = Map.groupBy(staffAccounts(units), ({ unit }) => unit);
  app.get('/directory', async () => ({
    units: units.map((unit) => ({
      key: unit.key,
      name: unit.name,
      kind: unit.kind,
      hsaId: unit.hsaId,
      reference: organizationReference(unit.key),
      accounts: staff.get(unit.key) ?? [],
    })),
    people: (await store.search<Patient>(`Patient?_count=${PEOPLE}`)).filter(isOpen).flatMap(personOf),
  }));
}

const isOpen = ({ meta, deceasedDateTime, deceasedBoolean }: Patient): boolean =>
  (meta?.security ?? []).length === 0 && deceasedDateTime === undefined && deceasedBoolean !== true;

function personOf({ identifier, name, birthDate, gender }: Patient) {
  const [number] = identifier ?? [];
  const [called] = name ?? [];
  if (number?.value === undefined) return [];
  const words = called?.text ?? [...(called?.given ?? []), called?.family ?? ''].join(' ').trim();
  return [{ userName: number.value, name: words, birthDate, gender }];
}
