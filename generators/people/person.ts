import { assertSafe } from '../../domain/identifiers.ts';
import type { Patient, PersonIdentifier } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';
import { address } from './address.ts';
import { familyName, givenName } from './names.ts';
import type { Municipality } from './places.ts';

/** What must be decided of a person before the rest follows by itself. */
export interface PersonCore {
  readonly key: string;
  readonly identifier: PersonIdentifier;
  readonly sex: Patient['sex'];
  readonly birthDate: string;
  readonly municipality: Municipality;
  readonly protectedIdentity: boolean;
}

/** Gives a person a name and an address; each has a stream of its own, so that neither moves the other. */
export function person(seed: number, core: PersonCore): Patient {
  const { key, identifier, sex, birthDate, municipality, protectedIdentity } = core;
  return {
    key,
    identifier: assertSafe(identifier),
    givenName: givenName(randomStream(seed, 'given-name', key), sex, Number(birthDate.slice(0, 4))),
    familyName: familyName(randomStream(seed, 'family-name', key)),
    sex,
    birthDate,
    address: address(randomStream(seed, 'address', key), municipality),
    municipalityCode: municipality.code,
    protectedIdentity,
  };
}
