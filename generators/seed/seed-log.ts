import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';

/** How far each file has come into the server: the memory that lets loading stop and go on. */
export interface SeedLog {
  /** Lines of the file that the server is known to have. */
  done(file: string): number;
  /** Notes that the server has answered for so many lines; answers how many of them are new. */
  reach(file: string, count: number): number;
  /** The same log with nothing in it. */
  anew(): SeedLog;
}

/** The log as a file that only grows; a last line cut off by a stop is not counted and cut away. */
export function openSeedLog(path: string): SeedLog {
  const lines = new Map<string, number>();
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  for (const line of whole.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) lines.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return {
    done: (file) => lines.get(file) ?? 0,
    reach(file, count) {
      const before = lines.get(file) ?? 0;
      if (count <= before) return 0;
      lines.set(file, count);
      appendFileSync(path, `${file}\t${count}\n`);
      return count - before;
    },
    anew() {
      truncateSync(path);
      return openSeedLog(path);
    },
  };
}
