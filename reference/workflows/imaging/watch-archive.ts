import { type Archived, archivedStudy, arrivedSince } from '../../imaging/archived.ts';
import type { Orthanc } from '../../imaging/orthanc.ts';

/** How often the archive is asked what has come; milliseconds. */
const BETWEEN = 250;

/** Hands on each study once, when it has come to rest in the archive. */
export function watchArchive(
  { http }: Orthanc,
  take: (study: Archived) => Promise<void>,
  report: (problem: unknown) => void,
): { close(): Promise<void> } {
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const taken = new Set<string>();

  async function look(): Promise<void> {
    const { studies, last, isAll } = await arrivedSince(http, since);
    for (const id of studies) {
      if (taken.has(id)) continue;
      taken.add(id);
      await take(await archivedStudy(http, id));
    }
    since = last;
    if (!isAll && !closed) await look();
  }

  let looking: Promise<void> = Promise.resolve();
  const next = (): void => {
    timer = setTimeout(() => {
      looking = look()
        .catch((problem: unknown) => {
          if (!closed) report(problem);
        })
        .finally(() => {
          if (!closed) next();
        });
    }, BETWEEN);
  };
  next();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
