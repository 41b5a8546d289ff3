import type { Device, Encounter } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Store } from '../../workflow.ts';

/** Which device is on whom. */
export interface Associations {
  /** The device where it is on somebody now. */
  active(number: string): Promise<Device | undefined>;
  /** Where it was connected last, whether it is on somebody or not. */
  unitOf(number: string): Promise<Device['owner']>;
  /** The stay or visit that the patient is in now, a stay before a visit. */
  encounterOf(device: Device): Promise<Encounter | undefined>;
  /** Takes what a patient wears from the patient, who has left the place where it stands. */
  release(patient: string): Promise<void>;
}

export function createAssociations(store: Store): Associations {
  const withNumber = (number: string, more = ''): Promise<Device[]> =>
    store.search<Device>(`Device?identifier=${SYSTEMS.eui64}|${number}${more}&_sort=-_lastUpdated`);
  return {
    active: async (number) => (await withNumber(number, '&status=active'))[0],
    unitOf: async (number) => (await withNumber(number))[0]?.owner,
    async encounterOf({ patient }) {
      const open = await store.search<Encounter>(
        `Encounter?subject=${patient?.reference}&status=arrived,triaged,in-progress&_sort=-date`,
      );
      return open.find((each) => each.class.code === 'IMP') ?? open[0];
    },
    async release(patient) {
      for (const device of await store.search<Device>(`Device?patient=${patient}&status=active`)) {
        await store.update<Device>({ ...device, status: 'inactive' });
      }
    },
  };
}
