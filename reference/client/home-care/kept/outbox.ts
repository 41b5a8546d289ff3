import type { Entry } from '../entries/entry.ts';
import type { Kept } from './database.ts';

/**
 * Keeps an entry on the device. When this has ended it is on the disk, also where the battery is empty the moment after:
 * only then may anybody be told that it is saved.
 */
export async function keep(kept: Kept, entries: readonly Entry[]): Promise<void> {
  const writing = kept.transaction('outbox', 'readwrite', { durability: 'strict' });
  for (const entry of entries) await writing.store.put(entry);
  await writing.done;
}

export const entriesIn = (kept: Kept): Promise<Entry[]> => kept.getAll('outbox');

/** What one author has not been answered about, oldest first. */
export const waitingOf = async (kept: Kept, author: string): Promise<readonly Entry[]> =>
  (await kept.getAllFromIndex('outbox', 'state', 'waiting'))
    .filter((entry) => entry.author === author)
    .toSorted((one, other) => one.at.localeCompare(other.at));

/** Somebody has looked at what came of it. */
export const seen = (kept: Kept, { id }: Entry): Promise<void> => kept.delete('outbox', id);

/** How long what stands in the record is shown as sent, in milliseconds: the rest of the round. Assumption. */
const SHOWN_FOR = 12 * 3_600_000;

/** Forgets what has stood in the record for a while; nothing else is ever dropped. */
export async function forgetOld(kept: Kept, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - SHOWN_FOR).toISOString();
  const writing = kept.transaction('outbox', 'readwrite');
  for (const { id, at } of await writing.store.index('state').getAll('stands')) {
    if (at < before) await writing.store.delete(id);
  }
  await writing.done;
}
