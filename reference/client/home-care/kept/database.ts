import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Entry } from '../entries/entry.ts';
import type { Device } from './device.ts';
import type { Visit } from './round.ts';

/** What the app keeps on the device. */
export interface Schema extends DBSchema {
  /** Who is signed in, how the clock is off, when it was last in touch: one row. */
  device: { key: string; value: Device };
  visits: { key: string; value: Visit };
  outbox: { key: string; value: Entry; indexes: { state: string } };
}

export type Kept = IDBPDatabase<Schema>;

const NAME = 'genrep-home-care';

type Upgrade = IDBPTransaction<Schema, ('device' | 'visits' | 'outbox')[], 'versionchange'>;

/**
 * From each version to the next. A device may come from any of them with an outbox that was never sent: what is in it is
 * carried over, never dropped.
 */
const UPGRADES: readonly ((database: Kept, upgrade: Upgrade) => Promise<void>)[] = [
  async (database) => {
    database.createObjectStore('device');
    database.createObjectStore('visits', { keyPath: 'id' });
    database.createObjectStore('outbox', { keyPath: 'id' });
  },
  /** What was written before entries had a state had not been sent. */
  async (_database, upgrade) => {
    const outbox = upgrade.objectStore('outbox');
    outbox.createIndex('state', 'state');
    for (let cursor = await outbox.openCursor(); cursor !== null; cursor = await cursor.continue()) {
      await cursor.update({ ...cursor.value, state: cursor.value.state ?? 'waiting' });
    }
  },
];

/** Opens what is kept, made or carried over to how it is now. A newer app in another tab takes it over: this one begins anew. */
export const openKept = (): Promise<Kept> =>
  openDB<Schema>(NAME, UPGRADES.length, {
    async upgrade(database, from, _to, transaction) {
      for (const step of UPGRADES.slice(from)) await step(database, transaction);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      location.reload();
    },
  });
