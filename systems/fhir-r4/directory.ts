import type { Patient as FhirPatient, Organization } from '@medplum/fhirtypes';
import type { CareUnit } from '../../domain/care-day.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Patient } from '../../domain/patient.ts';
import { SystemError } from '../care-system.ts';
import { Refused, Unsettled, Unsure } from '../driver/outcome.ts';
import type { FhirClient } from './client.ts';
import { isPerson, isUnit } from './identity.ts';
import { bringIn } from './known-history.ts';
import { lowestOf } from './lowest.ts';

/** Which resource each person and unit is in the system under test. */
export interface Directory {
  /** Makes known who is not, and remembers; gives what was made for it, as 'Type/id'. */
  introduce(patient: Patient, units: readonly CareUnit[]): Promise<readonly string[]>;
  /** 'Patient/17' */
  patient(patient: Patient): Promise<string>;
  /** The same where it is known already, with nothing to wait for. */
  patientAtHand(patient: Patient): string | undefined;
  /** 'Organization/3' */
  unit(unit: CareUnit): Promise<string>;
}

/**
 * @param registry FHIR as the population register
 * @param recordsOf FHIR about one person ('Patient/17'), as whoever brings records in
 * @param local identity of units that the profile tells, by the unit's key
 * @param conditional whether the server says that it makes a resource only when none like it is there (If-None-Exist)
 * @param looksFirst whether that is not believed: a server that ignores the condition makes everybody anew each time
 */
export function createDirectory(
  registry: FhirClient,
  recordsOf: (patient: string) => FhirClient,
  local: Readonly<Record<string, string>>,
  conditional: (type: 'Patient' | 'Organization') => boolean,
  looksFirst: boolean,
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

  /** The one who is meant, where the system shows that there is one, and the list that it was looked for in. */
  async function among<R extends Identified>({ sought: { resourceType }, key, isIt }: Meant<R>) {
    const list = await registry.search(resourceType, { identifier: key });
    const own = lowestOf((list.seen as readonly Identified[]).filter((each) => isIt(each as R)));
    return { own, list };
  }

  /** The one who is meant, or undefined when there is none; never anybody else. */
  async function lookUp<R extends Identified>(meant: Meant<R>) {
    const { own, list } = await among(meant);
    if (own !== undefined) return own;
    const { key, sought } = meant;
    const { resourceType } = sought;
    const found: readonly Identified[] = list.all();
    if (found.length === 0) return undefined;
    throw new SystemError(
      'broken-answer',
      `Systemet svarade med ${resourceType}/${found[0]?.id} när ${key} söktes, och det är någon annan. Inget är skrivet.`,
    );
  }

  /** @param made takes in what had to be made */
  async function makeKnown<R extends Identified>(meant: Meant<R>, made: string[]): Promise<string> {
    const { sought, key, isIt } = meant;
    const make = async () => {
      const { reference, isNew } = await registry.createUnless(sought, { identifier: key }, isIt);
      if (isNew) made.push(reference);
      return reference;
    };
    if (conditional(sought.resourceType))
      return (looksFirst ? (await among(meant)).own : undefined) ?? make();
    const there = await lookUp(meant);
    if (there !== undefined) return there;
    const own = await make();
    // Nobody keeps two who look at the same moment from making one each.
    return (await lookUp(meant)) ?? own;
  }

  const unit = (unit: CareUnit, made: string[] = []): Promise<string> => {
    const told = local[unit.key];
    if (told !== undefined) return Promise.resolve(told);
    const key = unitKey(unit);
    return known.get(key) ?? once(key, () => makeKnown(meantUnit(unit), made));
  };

  return {
    async introduce(patient, units) {
      const made: string[] = [];
      try {
        for (const each of units.filter((one) => !introducedUnits.has(one))) {
          await unit(each, made);
          introducedUnits.add(each);
        }
        const person = await once(patientKey(patient), () => makeKnown(meantPerson(patient), made));
        introduced.set(patient, person);
        made.push(...(await bringIn(patient.history, person, recordsOf(person))));
        return made;
      } catch (error) {
        throw notIntroduced(patient, error);
      }
    },
    patient(patient) {
      const key = patientKey(patient);
      return (
        known.get(key) ??
        once(key, async () => {
          const found = await lookUp(meantPerson(patient));
          if (found === undefined)
            throw new Refused(`Personen ${patient.key} finns inte i systemet.`, 'absence');
          return found;
        })
      );
    },
    patientAtHand: (patient) => introduced.get(patient),
    unit: (each) => unit(each),
  };
}

type Identified = FhirPatient | Organization;

/** A person or a unit, and how to tell it from others. */
interface Meant<R extends Identified> {
  readonly sought: R;
  /** 'system|value' */
  readonly key: string;
  readonly isIt: (found: R) => boolean;
}

const patientKey = ({ identifier }: Patient) => `${identifier.system}|${identifier.value}`;
const unitKey = ({ hsaId }: CareUnit) => `${SYSTEMS.hsaId}|${hsaId}`;

const meantPerson = (patient: Patient): Meant<FhirPatient> => ({
  sought: personOf(patient),
  key: patientKey(patient),
  isIt: (found) => isPerson(found, patient),
});

const meantUnit = (unit: CareUnit): Meant<Organization> => ({
  sought: organizationOf(unit),
  key: unitKey(unit),
  isIt: (found) => isUnit(found, unit),
});

/** A system that will not have the person, does not know whether it has, or has somebody else: nothing can be tried. */
function notIntroduced(patient: Patient, error: unknown): unknown {
  const doing = `Systemet tog inte emot personen ${patient.key} eller dennes enheter`;
  if (error instanceof Refused || error instanceof Unsure) {
    return new SystemError('broken-answer', `${doing}: ${error.message}`, { cause: error });
  }
  if (error instanceof Unsettled) {
    return new SystemError('timeout', `${doing}: ${error.message}`, { cause: error });
  }
  if (error instanceof SystemError && error.kind === 'wrong-answer') {
    return new SystemError('broken-answer', error.message, { cause: error });
  }
  return error;
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
