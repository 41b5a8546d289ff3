import type { Patient as FhirPatient, Organization, Resource } from '@medplum/fhirtypes';
import type { CareUnit } from '../../domain/care-day.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Patient } from '../../domain/patient.ts';
import { SystemError } from '../care-system.ts';
import { Refused } from '../driver/outcome.ts';
import type { FhirClient } from './client.ts';
import { bringIn } from './known-history.ts';

/** Which resource each person and unit is in the system under test. */
export interface Directory {
  /** Makes known who is not, and remembers. */
  introduce(patient: Patient, units: readonly CareUnit[]): Promise<void>;
  /** 'Patient/17' */
  patient(patient: Patient): Promise<string>;
  /** The same where it is known already, with nothing to wait for. */
  patientAtHand(patient: Patient): string | undefined;
  /** 'Organization/3' */
  unit(unit: CareUnit): Promise<string>;
}

/**
 * @param registry FHIR as the population register
 * @param records FHIR as whoever brings records in
 * @param local identity of units that the profile tells, by the unit's key
 * @param conditional whether the server makes a resource only when none like it is there (If-None-Exist)
 */
export function createDirectory(
  registry: FhirClient,
  records: FhirClient,
  local: Readonly<Record<string, string>>,
  conditional: (type: 'Patient' | 'Organization') => boolean,
): Directory {
  const known = new Map<string, Promise<string>>();
  const introduced = new WeakMap<Patient, string>();
  const introducedUnits = new WeakSet<CareUnit>();

  function once(key: string, find: () => Promise<string>): Promise<string> {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const found = find();
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  }

  async function lookUp(type: 'Patient' | 'Organization', identifier: string): Promise<string | undefined> {
    const known = await registry.search(type, { identifier });
    const first = known.find(({ id }) => id !== undefined);
    return first === undefined ? undefined : `${type}/${first.id}`;
  }

  async function makeKnown(resource: FhirPatient | Organization, identifier: string): Promise<string> {
    const there = conditional(resource.resourceType)
      ? undefined
      : await lookUp(resource.resourceType, identifier);
    return there ?? registry.createUnless<Resource>(resource, { identifier });
  }

  const patientKey = ({ identifier }: Patient) => `${identifier.system}|${identifier.value}`;

  const unit = (unit: CareUnit): Promise<string> => {
    const told = local[unit.key];
    if (told !== undefined) return Promise.resolve(told);
    const key = `${SYSTEMS.hsaId}|${unit.hsaId}`;
    return known.get(key) ?? once(key, () => makeKnown(organizationOf(unit), key));
  };

  return {
    async introduce(patient, units) {
      try {
        for (const each of units.filter((one) => !introducedUnits.has(one))) {
          await unit(each);
          introducedUnits.add(each);
        }
        const person = await once(patientKey(patient), () =>
          makeKnown(personOf(patient), patientKey(patient)),
        );
        introduced.set(patient, person);
        await bringIn(patient.history, person, records);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new SystemError(
          'broken-answer',
          `Systemet tog inte emot personen ${patient.key} eller dennes enheter: ${error.message}`,
          { cause: error },
        );
      }
    },
    patient(patient) {
      const key = patientKey(patient);
      return (
        known.get(key) ??
        once(key, async () => {
          const found = await lookUp('Patient', key);
          if (found === undefined) throw new Refused(`Personen ${patient.key} finns inte i systemet.`);
          return found;
        })
      );
    },
    patientAtHand: (patient) => introduced.get(patient),
    unit,
  };
}

const organizationOf = ({ hsaId, name }: CareUnit): Organization => ({
  resourceType: 'Organization',
  active: true,
  identifier: [{ system: SYSTEMS.hsaId, value: hsaId }],
  name,
});

function personOf(patient: Patient): FhirPatient {
  const { identifier, givenName, familyName, sex, birthDate, address } = patient;
  return {
    resourceType: 'Patient',
    ...(patient.protectedIdentity ? { meta: { security: [PROTECTED] } } : {}),
    active: true,
    identifier: [identifier],
    name: [{ use: 'official', family: familyName, given: [givenName] }],
    gender: sex,
    birthDate,
    address: [
      {
        use: 'home',
        line: [address.line],
        postalCode: address.postalCode,
        city: address.city,
        country: 'SE',
      },
    ],
  };
}

const PROTECTED = { system: SYSTEMS.securityLabel, code: 'sekretessmarkering' } as const;
