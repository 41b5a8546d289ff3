import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';

/** How far each file has come into the server: the memory that lets loading stop and go on. */
export interface SeedLog {
  /** Lines of the file that the server is known to have. */
  done(file: string): number;
  /** Lines of the file that may have been sent, answered or not. */
  sent(file: string): number;
  /** Notes, before it is done, that so many lines are sent. */
  intend(file: string, count: number): void;
  /** Notes that the server has answered for so many lines; answers how many of them are new. */
  reach(file: string, count: number): number;
  /** The same log with nothing in it. */
  anew(): SeedLog;
}

/** What stands after the count of lines that are only on their way. */
const ON_ITS_WAY = 'sent';

/** The log as a file that only grows; a last line cut off by a stop is not counted and cut away. */
export function openSeedLog(path: string): SeedLog {
  const reached = new Map<string, number>();
  const intended = new Map<string, number>();
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  for (const line of whole.split('\n')) {
    const [file, count, mark] = line.split('\t');
    if (file !== undefined && count !== undefined)
      (mark === ON_ITS_WAY ? intended : reached).set(file, Number(count));
  }
  const done = (file: string): number => reached.get(file) ?? 0;
  const sent = (file: string): number => Math.max(done(file), intended.get(file) ?? 0);
  return {
    done,
    sent,
    intend(file, count) {
      if (count <= sent(file)) return;
      intended.set(file, count);
      appendFileSync(path, `${file}\t${count}\t${ON_ITS_WAY}\n`);
    },
    reach(file, count) {
      const before = done(file);
      if (count <= before) return 0;
      reached.set(file, count);
      appendFileSync(path, `${file}\t${count}\n`);
      return count - before;
    },
    anew() {
      truncateSync(path);
      return openSeedLog(path);
    },
  };
}
