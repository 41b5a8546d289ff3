import type { Observation } from '@medplum/fhirtypes';
import { PERIOD } from '../../devices/devices.ts';

/** A device that has said nothing for so long is told of: four that should have come did not. An assumption. */
const SILENCE = 4 * PERIOD;

/** When each device was last heard, and what it sent. */
export interface Streams {
  heard(device: string): void;
  stored(device: string, latest: Observation): void;
  /** The latest that a device sent and that stands in a chart. */
  latest(device: string): Observation | undefined;
  /** The device is on nobody any more, or told of: nothing is awaited from it. */
  forget(device: string): void;
  /** Devices of which nothing has come for {@link SILENCE}, each with when it was last heard: epoch milliseconds. */
  silent(): readonly { readonly device: string; readonly since: number }[];
}

export function createStreams(now: () => number): Streams {
  const lastHeard = new Map<string, number>();
  const latest = new Map<string, Observation>();
  return {
    heard: (device) => void lastHeard.set(device, now()),
    stored: (device, observation) => void latest.set(device, observation),
    latest: (device) => latest.get(device),
    forget: (device) => void lastHeard.delete(device),
    silent: () =>
      [...lastHeard].filter(([, at]) => now() - at > SILENCE).map(([device, since]) => ({ device, since })),
  };
}
