import type { Account } from '../../session/account.ts';
import type { Kept } from './database.ts';

interface SignIn {
  readonly account: Account;
  readonly userName: string;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** False once the server has said no: who was signed in goes on writing, and signs in again before anything is sent. */
  readonly holds: boolean;
}

/** What the app knows of itself when there is nobody to ask. */
export interface Device {
  /** Undefined when nobody is signed in. */
  readonly signIn?: SignIn | undefined;
  /** How far the device's clock is behind the server's, in milliseconds; negative where it is ahead. */
  readonly clockBehind: number;
  /** When the server last answered all that was asked, by its clock; ISO 8601. */
  readonly inTouchAt?: string;
}

const ONLY = 'this';
const NEW: Device = { clockBehind: 0 };

export const deviceIn = async (kept: Kept): Promise<Device> => (await kept.get('device', ONLY)) ?? NEW;

/** Changes something of it, with nothing else in between. */
export async function changeDevice(kept: Kept, change: Partial<Device>): Promise<Device> {
  const writing = kept.transaction('device', 'readwrite');
  const changed = { ...((await writing.store.get(ONLY)) ?? NEW), ...change };
  await writing.store.put(changed, ONLY);
  await writing.done;
  return changed;
}

/** Now, by the clock as the server has it. */
export const rightNow = ({ clockBehind }: Device, deviceNow: number): string =>
  new Date(deviceNow + clockBehind).toISOString();
