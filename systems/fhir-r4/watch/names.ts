import type { Patient as FhirPatient, Resource } from '@medplum/fhirtypes';
import type { Account } from '../../driver/account.ts';
import { identityShown } from '../../driver/shielding.ts';
import type { Person } from './ledger.ts';
import { accountOf, type Surroundings, searches, seenBy } from './surroundings.ts';

/** Who the patient is, as a nurse reads it, held against who it is. */
export async function readIdentity(
  at: Surroundings,
  person: Person,
  instance: string | undefined,
): Promise<void> {
  const account = accountOf(at, { role: 'nurse', unit: 'ward' }, person);
  if (account === undefined) return;
  const concerning = { patient: person.patient.key, what: person.reference, instance };
  const fetched = await seenBy(at, account, person.reference, 'GET Patient/:id', concerning);
  const [patient] = fetched?.status === 200 ? fetched.resources : [];
  if (patient?.resourceType !== 'Patient') return;
  const { key, protectedIdentity } = person.patient;
  const found = await foundByNumber(at, account, person);
  at.facts.push({
    fact: 'named',
    ...{ surface: 'chart', patient: key, instance, reference: person.reference },
    faults: [...identityFaults(patient, person), ...found],
    shielded: protectedIdentity,
  });
}

/** Whether the number leads to the patient and to nobody else. */
async function foundByNumber(
  at: Surroundings,
  account: Account,
  { patient, reference }: Person,
): Promise<string[]> {
  if (!searches(at, 'Patient', 'identifier')) return [];
  const address = `Patient?identifier=${encodeURIComponent(patient.identifier.value)}`;
  const fetched = await seenBy(at, account, address, 'GET Patient?identifier');
  if (fetched?.status !== 200 || fetched.doubt !== undefined) return [];
  const ids = fetched.resources.map(({ id }) => `Patient/${id}`);
  return [
    ...(ids.includes(reference) ? [] : ['personnumret leder inte till patienten']),
    ...(ids.some((id) => id !== reference) ? ['personnumret leder också till någon annan'] : []),
  ];
}

function identityFaults(shown: FhirPatient, { patient, reference }: Person): string[] {
  const [name] = shown.name ?? [];
  const own = name?.family === patient.familyName && name.given?.[0] === patient.givenName;
  const told = JSON.stringify([shown.name, shown.address]);
  const [address] = shown.address ?? [];
  return [
    ...(`Patient/${shown.id}` === reference ? [] : ['det är en annan patient']),
    ...(shown.identifier?.some(({ value }) => value === patient.identifier.value)
      ? []
      : ['personnumret är ett annat']),
    ...(shown.birthDate === patient.birthDate ? [] : ['födelsedatum är ett annat']),
    ...(shown.gender === patient.sex ? [] : ['kön är ett annat']),
    ...(patient.protectedIdentity
      ? told.includes(patient.familyName) || told.includes(patient.address.line)
        ? ['namnet eller adressen går att läsa fast det är skyddat']
        : []
      : [
          ...(own ? [] : ['namnet är ett annat']),
          ...(address?.line?.[0] === patient.address.line ? [] : ['adressen är en annan']),
        ]),
  ];
}

/** Whether what somebody was shown names who is to be named nowhere. */
export function shieldingOf(
  at: Surroundings,
  {
    person,
    instance,
    type,
  }: {
    readonly person: Person;
    readonly instance: string | undefined;
    readonly type: string;
  },
  resources: readonly Resource[],
): void {
  const faults = identityShown(person.patient, resources).map((each) => `${each} går att läsa (${type})`);
  const surface = type === 'Patient' ? 'extract' : 'chart';
  at.facts.push({ fact: 'named', surface, patient: person.patient.key, instance, faults, shielded: true });
}
