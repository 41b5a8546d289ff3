import { DEVICES } from '../../domain/codes/mdc.ts';
import type { Courier } from '../laboratory/hl7/deliver.ts';
import { type Envelope, newControlId } from '../laboratory/hl7/message.ts';
import type { Instruction } from './instruction.ts';
import { writeAlarm } from './pcd/alarm.ts';
import { writeReadings } from './pcd/readings.ts';

/**
 * How often a device sends what it shows; milliseconds. An assumption: real monitors send each second to each minute, and a
 * rehearsal waits for one that has stopped.
 */
export const PERIOD = 500;
/** How long a simulated device is on; milliseconds. */
const AT_MOST = 5 * 60_000;

export interface SimulatedDevices {
  follow(instruction: Instruction): void;
  close(): void;
}

type Measuring = Extract<Instruction, { does: 'measures' }>;

/** Monitors and pumps that send what they are told to show, twice a second, as IHE PCD-01 and PCD-04. */
export function createDevices(options: {
  readonly courier: Courier;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): SimulatedDevices {
  const { courier, now, report } = options;
  const streams = new Map<string, NodeJS.Timeout>();

  const envelope = (device: string, kind: Instruction['kind'], at: number): Envelope => ({
    from: { application: `${DEVICES[kind].sv}`, facility: device },
    to: { application: 'VARDSYSTEMET', facility: '' },
    controlId: newControlId(),
    at,
  });

  async function deliver(message: Parameters<Courier['deliver']>[0], what: string): Promise<void> {
    const delivery = await courier.deliver(message);
    if (delivery.outcome !== 'accepted') report(`${what}: ${delivery.outcome}, ${delivery.reason}`);
  }

  function stop(device: string): void {
    clearInterval(streams.get(device));
    streams.delete(device);
  }

  function measure({ device, kind, number, readings, clockAhead }: Measuring): void {
    stop(device);
    const begun = now();
    const at = new Date(begun + clockAhead).toISOString();
    const send = (): void => {
      if (now() - begun > AT_MOST) stop(device);
      const message = writeReadings(
        kind,
        { device, number, at, readings },
        envelope(device, kind, now() + clockAhead),
      );
      void deliver(message, `Readings ${number} of ${device}`);
    };
    send();
    streams.set(device, setInterval(send, PERIOD));
  }

  return {
    follow(instruction) {
      switch (instruction.does) {
        case 'measures':
          return measure(instruction);
        case 'stops':
          return stop(instruction.device);
        case 'alarms': {
          const { device, kind, number, reading } = instruction;
          const at = now();
          const told = { device, number, at: new Date(at).toISOString(), reading };
          void deliver(writeAlarm(kind, told, envelope(device, kind, at)), `Alarm ${number} of ${device}`);
        }
      }
    },
    close() {
      for (const device of streams.keys()) stop(device);
    },
  };
}
