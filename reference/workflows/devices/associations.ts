import type { Device, Encounter } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Faults } from '../../faults/fault.ts';
import type { Store } from '../../workflow.ts';

/** Which device is on whom. */
export interface Associations {
  /** The device where it is on somebody now: connected, and the patient has not left the unit where it stands. */
  active(number: string): Promise<Device | undefined>;
  /** Where it was connected last, whether it is on somebody or not. */
  unitOf(number: string): Promise<Device['owner']>;
  /** The stay or visit that the patient is in now, a stay before a visit. */
  encounterOf(device: Device): Promise<Encounter | undefined>;
}

const OPEN: ReadonlySet<string> = new Set(['arrived', 'triaged', 'in-progress']);

export function createAssociations(store: Store, faults: Faults): Associations {
  const withNumber = (number: string, more = ''): Promise<Device[]> =>
    store.search<Device>(`Device?identifier=${SYSTEMS.eui64}|${number}${more}&_sort=-_lastUpdated`);
  const encountersOf = ({ patient }: Device): Promise<Encounter[]> =>
    store.search<Encounter>(`Encounter?subject=${patient?.reference}&_sort=-date`);

  /** Devices stay where they stand when somebody is moved or goes home. Who was never admitted has left nothing. */
  async function hasLeft(device: Device): Promise<boolean> {
    const all = await encountersOf(device);
    const open = all.filter(({ status }) => OPEN.has(status));
    if (all.length === 0 || open.some((each) => isAt(each, device))) return false;
    return faults.strikes('device-follows-the-moved', {}) === undefined;
  }

  return {
    async active(number) {
      const [device] = await withNumber(number, '&status=active');
      return device === undefined || (await hasLeft(device)) ? undefined : device;
    },
    unitOf: async (number) => (await withNumber(number))[0]?.owner,
    async encounterOf(device) {
      const open = (await encountersOf(device)).filter(({ status }) => OPEN.has(status));
      return open.find((each) => each.class.code === 'IMP') ?? open[0];
    },
  };
}

const isAt = ({ serviceProvider }: Encounter, { owner }: Device): boolean =>
  owner?.reference === undefined || serviceProvider?.reference === owner.reference;
