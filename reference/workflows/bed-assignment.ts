import type { Encounter, Location } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReferenceWorkflow, Store } from '../workflow.ts';
import { referenceTo } from './concept.ts';

/** How long a bed is kept for an admission that was promised it but not stored; milliseconds. */
const HELD_FOR = 10_000;

const isAdmissionWithoutBed = (encounter: Encounter): boolean =>
  encounter.class.system === SYSTEMS.actCode &&
  encounter.class.code === 'IMP' &&
  encounter.status !== 'finished' &&
  (encounter.location ?? []).length === 0;

const bedsOf = (encounters: readonly Encounter[]): string[] =>
  encounters.flatMap(({ location = [] }) => location.flatMap((place) => place.location.reference ?? []));

/** An admission gets the first free bed of the ward, and an extra place (överbeläggning) when there is none. */
export function bedAssignment(now: () => number): ReferenceWorkflow {
  // Between the promise of a bed and the stored admission another admission may ask.
  const held = new Map<string, number>();

  async function freePlace(ward: string, store: Store): Promise<Location> {
    const beds = await store.search<Location>(`Location?organization=${ward}&_sort=name`);
    const inpatients = await store.search<Encounter>(
      `Encounter?service-provider=${ward}&class=IMP&status=arrived,triaged,in-progress`,
    );
    const taken = new Set(bedsOf(inpatients));
    const isFree = (bed: Location): boolean => {
      const { reference } = referenceTo(bed);
      return !taken.has(reference) && now() - (held.get(reference) ?? 0) > HELD_FOR;
    };
    const free = beds.find(isFree) ?? (await extraPlace(ward, beds.length, store));
    held.set(referenceTo(free).reference, now());
    return free;
  }

  const extraPlace = (ward: string, places: number, store: Store): Promise<Location> =>
    store.create<Location>({
      resourceType: 'Location',
      status: 'active',
      mode: 'instance',
      name: `Extraplats ${places + 1}`,
      managingOrganization: { reference: ward },
    });

  return {
    name: 'bed-assignment',
    async beforeWrite({ interaction, resource }, store) {
      if (interaction !== 'create' || resource.resourceType !== 'Encounter') return resource;
      const ward = resource.serviceProvider?.reference;
      if (ward === undefined || !isAdmissionWithoutBed(resource)) return resource;
      const bed = await freePlace(ward, store);
      return {
        ...resource,
        location: [{ location: { ...referenceTo(bed), display: bed.name }, status: 'active' }],
      };
    },
    async afterWrite({ resource }) {
      if (resource.resourceType !== 'Encounter') return;
      for (const bed of bedsOf([resource])) held.delete(bed);
    },
  };
}
