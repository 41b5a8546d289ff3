import { type Filter, notFound, OperationOutcomeError } from '@medplum/core';
import type { Appointment, Consent, Resource, ServiceRequest } from '@medplum/fhirtypes';
import { authorOf } from '../authority/mistakes.ts';
import type { Openings } from '../authority/openings.ts';
import { factsOf } from '../faults/at/who.ts';
import type { Faults } from '../faults/fault.ts';
import { patientOf } from '../fhir/subjects.ts';
import { unitsByHsaId } from '../sign-in/accounts.ts';
import type { ReferenceWorkflow, SignedIn, Store, Surface, Unit } from '../workflow.ts';
import { genrepCodeOf, referenceTo } from './concept.ts';

/** What tells of a patient's care. Work lists, messages and bookings are also those units' to whom they are addressed. */
const RECORD: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Communication',
  'Condition',
  'DetectedIssue',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'ImagingStudy',
  'Immunization',
  'MedicationAdministration',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Procedure',
  'ServiceRequest',
  'Specimen',
  'Task',
]);

/** What a laboratory handles of what others order: it takes part in that care. Assumption. */
const OF_LABORATORY: ReadonlySet<string> = new Set([
  'Communication',
  'DiagnosticReport',
  'Encounter',
  'Observation',
  'ServiceRequest',
  'Specimen',
  'Task',
]);

/** Those who read a record as somebody at a unit. */
const isStaff = (reader: SignedIn): reader is SignedIn & { readonly unit: string } =>
  reader.unit !== undefined;

export interface RecordAccessOptions {
  readonly units: readonly Unit[];
  readonly store: Store;
  readonly openings: Openings;
  readonly faults: Faults;
}

/** Why something is kept from a reader. */
type Why = 'blocked' | 'other-caregiver';

/**
 * What a patient has blocked at one unit is seen at no other unit (patientdatalagen 2008:355, 4 kap. 4 §), and what another
 * caregiver has written is seen with the patient's consent only (lag 2022:913, 3 kap.); a block goes before a consent. What is on the
 * national medication list is no caregiver's own. That
 * something is blocked may be seen, and no more. A block is a Consent of category `block` that denies, a consent one of
 * category `cohesive-record`; its organization is the unit whose data is blocked, or where the consent was given.
 */
export async function recordAccess(options: RecordAccessOptions): Promise<ReferenceWorkflow> {
  const { units, store, openings, faults } = options;
  const kinds = new Map(units.map(({ key, kind }) => [key, kind]));
  const unitKindOf = ({ unit = '' }: SignedIn) => kinds.get(unit);
  const words = new PatientsWords(units);
  const origins = new Origins(units, words);
  for (const consent of await store.search<Consent>('Consent?status=active')) await heard(consent);

  async function heard(consent: Consent): Promise<void> {
    words.hear(consent);
    const patient = consent.patient?.reference ?? '';
    if (words.hasBlocks(patient)) origins.learn(await ordersOf(patient, store));
  }

  /** Why this reader is not to see it, were nothing opened. */
  function reasonAgainst(resource: Resource, reader: SignedIn): Why | undefined {
    const patient = patientOf(resource);
    if (patient === undefined || !isStaff(reader) || !RECORD.has(resource.resourceType)) return undefined;
    const origin = origins.of(resource);
    if (origin === reader.unit || origins.receiversOf(resource).includes(reader.unit)) return undefined;
    if (origin !== undefined && words.isBlocked(patient, origin)) {
      if (!isOwnWorkOf(reader, resource)) return 'blocked';
    }
    const isShared = isNational(resource) || words.caregiverOf(origin) === words.caregiverOf(reader.unit);
    return isShared || words.consents(patient, reader.unit) ? undefined : 'other-caregiver';
  }

  const isOwnWorkOf = ({ role }: SignedIn, { resourceType }: Resource): boolean =>
    role === 'biomedical-scientist' && OF_LABORATORY.has(resourceType);

  /** Whether something is kept from this reader on this surface. */
  function isKept(resource: Resource, reader: SignedIn, surface: Surface): boolean {
    const why = reasonAgainst(resource, reader);
    if (why === undefined) return false;
    const patient = patientOf(resource) ?? '';
    const allowed = openings.stepOf(reader, patient) === 'open';
    const facts = { ...factsOf(reader, unitKindOf), resourceType: resource.resourceType, surface, why };
    return !(faults.pass('shield', { allowed }, facts)?.things[0]?.allowed ?? allowed);
  }

  const isKeptAtAll = (patient: string, reader: SignedIn): boolean =>
    isStaff(reader) &&
    openings.stepOf(reader, patient) !== 'open' &&
    (words.blocksElsewhere(patient, reader.unit) ||
      !(words.isRegions(reader.unit) || words.consents(patient, reader.unit)));

  return {
    name: 'record-access',
    heedsMigration: true,

    async beforeWrite({ resource, previous, by }) {
      // What one is not to see is as if it were not there, for changes too.
      if (previous !== undefined && isKept(previous, by, 'written'))
        throw new OperationOutcomeError(notFound);
      return resource;
    },

    async afterWrite({ resource }) {
      if (resource.resourceType === 'Consent') await heard(resource);
      if (resource.resourceType === 'ServiceRequest') origins.learn([resource]);
    },

    onRead(resource, reader, _store, surface) {
      if (resource.resourceType === 'Consent') {
        const patient = resource.patient?.reference ?? '';
        const isOwn = !isStaff(reader) || words.unitIn(resource) === reader.unit;
        const knowsWhere = isOwn || openings.stepOf(reader, patient) !== undefined;
        return genrepCodeOf(resource.category[0]) === BLOCK && !knowsWhere ? justABlock(resource) : resource;
      }
      return isKept(resource, reader, surface) ? undefined : resource;
    },

    mayMatch(resource, reader, filters) {
      const patient = patientOf(resource);
      return patient === undefined || !filters.some(asksOfRecord) || !isKeptAtAll(patient, reader);
    },
  };
}

/** On the national medication list, which all caregivers and pharmacies have in common (lag 2018:1212). */
const isNational = (resource: Resource): boolean =>
  resource.resourceType === 'MedicationRequest' &&
  resource.category?.some(({ coding }) => coding?.some(({ code }) => code === 'community')) === true;

/** What asks of a part of the record by way of something else; whom a thing is about may be asked. */
function asksOfRecord({ code }: Filter): boolean {
  if (code.startsWith('_has:')) return RECORD.has(code.split(':')[1] ?? '');
  return code.includes('.') && !/^(patient|subject|for|actor)[:.]/.test(code);
}

const BLOCK = 'block';
const SHARED_RECORD = 'cohesive-record';

/** That something is blocked, and no more. */
const justABlock = ({ id, meta, status, scope, category, patient, policyRule }: Consent): Consent => ({
  resourceType: 'Consent',
  ...{ id, meta, status, scope, category, patient, policyRule },
  provision: { type: 'deny' },
});

const ordersOf = (patient: string, store: Store): Promise<ServiceRequest[]> =>
  store.search<ServiceRequest>(`ServiceRequest?subject=${patient}`);

/** What patients have said of their records: blocks of units, and consents to caregivers. */
class PatientsWords {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #blocks = new Map<string, Map<string, string>>();
  readonly #consents = new Map<string, { readonly at: string; readonly permits: boolean }>();

  constructor(units: readonly Unit[]) {
    this.#units = new Map(units.map((unit) => [unit.key, unit]));
  }

  hear(consent: Consent): void {
    const unit = this.unitIn(consent);
    const patient = consent.patient?.reference ?? '';
    const kind = genrepCodeOf(consent.category[0]);
    if (unit === undefined) return;
    if (kind === BLOCK) this.#hearBlock(consent, patient, unit);
    if (kind === SHARED_RECORD) this.#hearConsent(consent, patient, unit);
  }

  #hearBlock({ id = '', status, provision }: Consent, patient: string, unit: string): void {
    const blocks = this.#blocks.get(patient) ?? new Map<string, string>();
    if (status === 'active' && provision?.type === 'deny') blocks.set(id, unit);
    else blocks.delete(id);
    if (blocks.size === 0) this.#blocks.delete(patient);
    else this.#blocks.set(patient, blocks);
  }

  /** The latest word counts; one that is no longer active is none. */
  #hearConsent({ status, provision, meta }: Consent, patient: string, unit: string): void {
    const key = `${patient} ${this.caregiverOf(unit)}`;
    const at = meta?.lastUpdated ?? '';
    if ((this.#consents.get(key)?.at ?? '') > at) return;
    this.#consents.set(key, { at, permits: status === 'active' && provision?.type === 'permit' });
  }

  hasBlocks = (patient: string): boolean => this.#blocks.has(patient);

  isBlocked = (patient: string, unit: string): boolean =>
    [...(this.#blocks.get(patient)?.values() ?? [])].includes(unit);

  blocksElsewhere = (patient: string, unit: string): boolean =>
    [...(this.#blocks.get(patient)?.values() ?? [])].some((blocked) => blocked !== unit);

  consents = (patient: string, unit: string): boolean =>
    this.#consents.get(`${patient} ${this.caregiverOf(unit)}`)?.permits === true;

  /** What nobody at a unit has written is the region's. What a municipality may read authority.yaml says. */
  caregiverOf = (unit: string | undefined): string => this.#units.get(unit ?? '')?.caregiver ?? REGION;

  isRegions = (unit: string): boolean => this.caregiverOf(unit) === REGION;

  /** The unit that a patient's word is about. */
  unitIn = ({ organization: [organization] = [] }: Consent): string | undefined => {
    const key = organization?.reference?.replace('Organization/', '') ?? '';
    return this.#units.has(key) ? key : undefined;
  };
}

const REGION = 'region';

/** At which unit something came about. */
class Origins {
  readonly #byHsaId: ReadonlyMap<string, string>;
  readonly #byUnitsHsaId: ReadonlyMap<string, string>;
  readonly #keys: ReadonlySet<string>;
  readonly #words: PatientsWords;
  /** Of orders of patients who have blocked something: answers come about where they were ordered. */
  readonly #ofOrders = new Map<string, string>();

  constructor(units: readonly Unit[], words: PatientsWords) {
    this.#byHsaId = unitsByHsaId(units);
    this.#byUnitsHsaId = new Map(units.map(({ hsaId, key }) => [hsaId, key]));
    this.#keys = new Set(units.map(({ key }) => key));
    this.#words = words;
  }

  learn(orders: readonly ServiceRequest[]): void {
    for (const order of orders) {
      const unit = this.#ofAuthor(order);
      if (unit !== undefined && this.#words.hasBlocks(patientOf(order) ?? ''))
        this.#ofOrders.set(referenceTo(order).reference, unit);
    }
  }

  /** Units to whom something is addressed: who takes part in a booking, receives a message or has it on a list. */
  receiversOf(resource: Resource): readonly string[] {
    switch (resource.resourceType) {
      case 'Appointment':
        return this.#unitsOfBooking(resource);
      case 'Communication':
        return (resource.recipient ?? []).flatMap(({ reference }) => this.#keyIn(reference) ?? []);
      case 'Task':
        return [this.#keyIn(resource.owner?.reference) ?? []].flat();
      default:
        return [];
    }
  }

  of(resource: Resource): string | undefined {
    if (resource.resourceType === 'Encounter') return this.#keyIn(resource.serviceProvider?.reference);
    if (resource.resourceType === 'Appointment') return this.#unitsOfBooking(resource)[0];
    const orders = 'basedOn' in resource ? [resource.basedOn ?? []].flat() : [];
    for (const order of orders) {
      const unit = this.#ofOrders.get((order as { readonly reference?: string }).reference ?? '');
      if (unit !== undefined) return unit;
    }
    return this.#ofAuthor(resource);
  }

  #ofAuthor(resource: Resource): string | undefined {
    const author = resource.resourceType === 'Specimen' ? resource.collection?.collector : authorOf(resource);
    return this.#byHsaId.get(author?.identifier?.value ?? '');
  }

  #unitsOfBooking({ participant }: Appointment): readonly string[] {
    return participant.flatMap(({ actor }) => this.#byUnitsHsaId.get(actor?.identifier?.value ?? '') ?? []);
  }

  #keyIn(reference: string | undefined): string | undefined {
    const key = reference?.replace('Organization/', '') ?? '';
    return this.#keys.has(key) ? key : undefined;
  }
}
