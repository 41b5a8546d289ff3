import { DateTime } from 'luxon';

const SHOWN = 'yyyy-MM-dd HH:mm:ss';
const ZONE = 'Europe/Stockholm';

/**
 * Whether a time that a page shows, to the second, is not before a moment.
 * @param moment epoch milliseconds
 */
export function shownSince(moment: number, shown: string | undefined): boolean {
  const time = DateTime.fromFormat(shown ?? '', SHOWN, { zone: ZONE });
  return time.isValid && time.toMillis() >= Math.floor(moment / 1_000) * 1_000;
}
