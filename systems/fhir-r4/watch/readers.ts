import type { Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { PLACES, type Relation, relationOf } from './access.ts';
import type { Person } from './ledger.ts';
import { accountOf, type Reader, type Surroundings } from './surroundings.ts';

export interface ReaderOfChart extends Reader {
  readonly relation: Relation;
}

/** Everybody whose look says something: those who care, the laboratory, the municipality, the patient, another patient. */
export function readersOf(at: Surroundings, person: Person, other: Person | undefined): ReaderOfChart[] {
  const staff = PLACES.flatMap(([role, unit]) => {
    const account = accountOf(at, { role, unit }, person);
    return account === undefined
      ? []
      : [{ account, role, name: `${role}@${unit}`, relation: relationOf(role, unit) }];
  });
  const patients = ([person, other] as const).flatMap((who, place) => {
    const account = who && accountOf(at, { role: 'patient', unit: null }, who);
    if (account === undefined) return [];
    const relation: Relation = place === 0 ? 'self' : 'other-patient';
    return [{ account, role: 'patient' as const, name: relation, relation }];
  });
  const neighbour = other === undefined || sameMunicipality(person, other) ? undefined : other;
  const stranger = neighbour && accountOf(at, { role: 'care-manager', unit: 'municipality' }, neighbour);
  return [
    ...staff,
    ...patients,
    ...(stranger === undefined
      ? []
      : [
          {
            account: stranger,
            role: 'care-manager' as const,
            name: 'care-manager@another municipality',
            relation: 'neighbour' as const,
          },
        ]),
  ];
}

const sameMunicipality = (one: Person, other: Person): boolean =>
  one.units.municipality?.key === other.units.municipality?.key;

/** What of the record a reader is to see: what was taken back is the writer's, and notes between staff are not the patient's. */
export const visibleTo = ({ relation }: ReaderOfChart, all: readonly Resource[]): readonly Resource[] =>
  all.filter(
    (each) =>
      !('status' in each && ['entered-in-error', 'draft'].includes(String(each.status))) &&
      !(relation === 'self' && isBetweenStaff(each)),
  );

const isBetweenStaff = (resource: Resource): boolean =>
  resource.resourceType === 'DocumentReference' &&
  resource.type?.coding?.some(({ system, code }) => system === SYSTEMS.genrep && code === 'sbar') === true;
