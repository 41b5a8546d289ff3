import type { DocumentReference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Named } from '../../../domain/fact.ts';
import { decodeBase64 } from '../../driver/base64.ts';
import { containsWord } from '../../driver/shielding.ts';
import { localReference } from '../url.ts';
import { aboutOf, tokensOf } from './canonical.ts';
import type { Person, Write } from './ledger.ts';
import { drawn, hasOperation, type Surroundings } from './surroundings.ts';

/** A label or a letter printed for the patient; what it says is read with all other prints. */
export async function printSome(at: Surroundings, writes: readonly Write[]): Promise<void> {
  const stay = writes.findLast(({ what, interaction }) => what === 'Encounter' && interaction === 'made');
  if (stay === undefined || !hasOperation(at, 'Encounter', 'print')) return;
  const document = drawn(at, 'print', stay.instance).next() < 0.5 ? 'label' : 'letter';
  const address = `${stay.id}/$print?document=${document}`;
  const response = await at.exchange(stay.account, {
    method: 'POST',
    address,
    name: 'POST Encounter/:id/$print',
  });
  const printed = response.status === 201 ? response.header('location') : undefined;
  if (printed === undefined) return;
  const { account, patient, instance } = stay;
  at.ledger.noteAccess({
    account,
    action: 'C',
    patient,
    what: localReference(printed),
    instance,
    at: at.now(),
  });
}

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
