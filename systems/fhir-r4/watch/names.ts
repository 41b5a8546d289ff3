import type { DocumentReference, Patient as FhirPatient, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Named } from '../../../domain/fact.ts';
import { decodeBase64 } from '../../driver/base64.ts';
import { containsWord } from '../../driver/shielding.ts';
import { aboutOf, tokensOf } from './canonical.ts';
import type { Person } from './ledger.ts';
import { accountOf, type Surroundings, seenBy } from './surroundings.ts';

/** Holds what was printed against whom it is about. */
export function readPrints(at: Surroundings, resources: Iterable<Resource>): void {
  const people = new Map(at.ledger.people.map((person) => [person.reference, person]));
  for (const each of resources) {
    if (each.resourceType !== 'DocumentReference') continue;
    const surface = surfaceOf(each);
    const person = people.get(aboutOf(each) ?? '');
    if (surface === undefined || person === undefined || tokensOf(each).length > 0) continue;
    const text = decodeBase64(each.content[0]?.attachment?.data ?? '');
    at.facts.push({
      fact: 'named',
      surface,
      patient: person.patient.key,
      reference: `DocumentReference/${each.id}`,
      faults: [
        ...faultsIn(text, person),
        ...strangersIn(text, person, at),
        ...(surface === 'letter' ? addressFaults(text, person) : []),
      ],
      shielded: person.patient.protectedIdentity,
    });
  }
}

function surfaceOf({ type }: DocumentReference): Extract<Named['surface'], 'letter' | 'label'> | undefined {
  const code = type?.coding?.find(({ system }) => system === SYSTEMS.genrep)?.code;
  return code === 'letter' || code === 'label' ? code : undefined;
}

/** What of a text that must name somebody does not, or must not and does. */
function faultsIn(text: string, { patient }: Person): string[] {
  const { identifier, givenName, familyName, protectedIdentity } = patient;
  const named = [
    ['förnamnet', givenName],
    ['efternamnet', familyName],
  ] as const;
  return [
    ...(text.includes(identifier.value) ? [] : ['personnumret saknas eller är ett annat']),
    ...named.flatMap(([what, word]) =>
      containsWord(text, word) === protectedIdentity
        ? [
            protectedIdentity
              ? `${what} går att läsa fast det är skyddat`
              : `${what} saknas eller är ett annat`,
          ]
        : [],
    ),
  ];
}

function addressFaults(text: string, { patient: { address, protectedIdentity } }: Person): string[] {
  const shows = text.includes(address.line);
  if (shows === !protectedIdentity) return [];
  return [
    protectedIdentity ? 'adressen går att läsa fast den är skyddad' : 'adressen saknas eller är en annan',
  ];
}

const strangersIn = (text: string, own: Person, { ledger }: Surroundings): string[] =>
  ledger.people.some(
    ({ patient }) => patient.key !== own.patient.key && text.includes(patient.identifier.value),
  )
    ? ['en annan patients personnummer står där']
    : [];

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
  at.facts.push({
    fact: 'named',
    ...{ surface: 'chart', patient: key, instance, reference: person.reference },
    faults: identityFaults(patient, person),
    shielded: protectedIdentity,
  });
}

function identityFaults(shown: FhirPatient, { patient, reference }: Person): string[] {
  const [name] = shown.name ?? [];
  const own = name?.family === patient.familyName && name.given?.[0] === patient.givenName;
  const told = JSON.stringify([shown.name, shown.address]);
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
      : own
        ? []
        : ['namnet är ett annat']),
  ];
}
