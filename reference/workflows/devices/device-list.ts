import type { Device, Identifier, Observation, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Store } from '../../workflow.ts';
import { genrepConcept, referenceTo } from '../concept.ts';

/** What a device can tell that somebody must know, each an entry of a unit's list. */
const ENTRIES = {
  alarm: { code: 'device-alarm', display: 'Larm från apparat', priority: 'stat' },
  gap: { code: 'device-gap', display: 'Inget kommer från apparat', priority: 'urgent' },
  clock: { code: 'device-clock', display: 'Apparatens klocka går fel', priority: 'routine' },
  unplaced: { code: 'device-unplaced', display: 'Mätvärden utan patient', priority: 'urgent' },
} as const;

/** One thing that a unit is told about a device. */
interface Entry {
  readonly words: string;
  /** The device's number, or that of what it sent. */
  readonly number: Identifier;
  readonly owner: Device['owner'];
  /** On whom the device is, where it is on anybody. */
  readonly patient?: Device['patient'];
  readonly about?: Observation;
}

export interface DeviceList {
  /** Once about each number. */
  tell(what: keyof typeof ENTRIES, entry: Entry): Promise<void>;
}

export const deviceNumber = (value: string): Identifier => ({ system: SYSTEMS.eui64, value });
export const readingNumber = (value: string): Identifier => ({ system: SYSTEMS.deviceReading, value });

/** The list of what devices tell, at the unit where each was connected. */
export const createDeviceList = (store: Store, now: () => number): DeviceList => ({
  async tell(what, { words, number, owner, patient, about }) {
    const { code, display, priority } = ENTRIES[what];
    const told = await store.search<Task>(
      `Task?identifier=${number.system}|${number.value}&code=${SYSTEMS.genrep}|${code}&status=requested`,
    );
    if (told.length > 0) return;
    await store.create<Task>({
      resourceType: 'Task',
      identifier: [number],
      status: 'requested',
      intent: 'order',
      priority,
      code: genrepConcept(code, display),
      description: words,
      ...(about === undefined ? {} : { focus: referenceTo(about) }),
      ...(patient === undefined ? {} : { for: patient }),
      ...(owner === undefined ? {} : { owner }),
      authoredOn: new Date(now()).toISOString(),
    });
  },
});
