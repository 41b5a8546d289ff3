import type { Device } from '@medplum/fhirtypes';
import { DateTime } from 'luxon';
import { PERIOD } from '../devices/devices.ts';
import type { Faults } from '../faults/fault.ts';
import { listenForMessages } from '../laboratory/hl7/listen.ts';
import type { ReferenceWorkflow, Store } from '../workflow.ts';
import { createAssociations } from './devices/associations.ts';
import { createDeviceList, deviceNumber } from './devices/device-list.ts';
import { createDeviceProcess } from './devices/device-process.ts';
import { asInstruction, instructionIn, numberOf } from './devices/instruction-in.ts';
import { createStreams } from './devices/streams.ts';
import { takeDeviceMessages } from './devices/take-messages.ts';

/**
 * Monitors and pumps send by HL7 v2 over MLLP; what they measure stands in the chart of the patient that they were connected
 * to, unconfirmed. Alarms, silence, clocks that are wrong and values that are nobody's come to the unit's list. A patient who
 * is moved leaves the devices behind. Simulated devices do what tasks of their own tell them.
 */
export async function deviceGateway(options: {
  readonly store: Store;
  readonly faults: Faults;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): Promise<{ workflow: ReferenceWorkflow; mllpPort: number; close(): Promise<void> }> {
  const { store, faults, now, report } = options;
  const associations = createAssociations(store, faults);
  const list = createDeviceList(store, now);
  const streams = createStreams(now);
  const listener = await listenForMessages(
    takeDeviceMessages({ store, associations, list, streams, now }),
    report,
  );
  const process = createDeviceProcess(listener.port, report);

  async function tellOfSilence(): Promise<void> {
    for (const { device: number, since } of streams.silent()) {
      streams.forget(number);
      const device = await associations.active(number);
      if (device === undefined) continue;
      const at = DateTime.fromMillis(since, { zone: 'Europe/Stockholm' }).toFormat('HH:mm:ss');
      await list.tell('gap', {
        words: `Inga data från apparat ${number} sedan ${at}.`,
        number: deviceNumber(number),
        owner: device.owner,
        patient: device.patient,
        about: streams.latest(number),
      });
    }
  }
  const watching = setInterval(() => void tellOfSilence().catch(report), PERIOD);
  watching.unref();

  const deviceBehind = async (
    task: NonNullable<ReturnType<typeof asInstruction>>,
  ): Promise<Device | undefined> => store.read<Device>(task.focus?.reference ?? '');

  const workflow: ReferenceWorkflow = {
    name: 'device-gateway',
    async beforeWrite({ interaction, resource }) {
      if (resource.resourceType === 'Device') numberOf(resource);
      const task = interaction === 'create' ? asInstruction(resource) : undefined;
      if (task !== undefined) instructionIn(task, await deviceBehind(task));
      return resource;
    },
    async afterWrite({ interaction, resource }) {
      if (resource.resourceType === 'Device' && resource.status !== 'active')
        streams.forget(numberOf(resource));
      const task = interaction === 'create' ? asInstruction(resource) : undefined;
      if (task !== undefined) process.tell(instructionIn(task, await deviceBehind(task)));
    },
  };
  return {
    workflow,
    mllpPort: listener.port,
    async close() {
      clearInterval(watching);
      await process.close();
      await listener.close();
    },
  };
}
