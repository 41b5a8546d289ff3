import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { MONITOR_KINDS } from '../domain/monitor.ts';
import { placesOf } from './project.ts';

/** A monitor lies in the folder of its kind, and its file has its id as name. */
export interface MonitorFile {
  readonly id: string;
  readonly file: string;
}

/** The files of all monitors, those of a region's own folder before Genrep's. */
export const monitorFiles = (folders: readonly string[] = placesOf('monitors')): readonly MonitorFile[] =>
  folders.flatMap((folder) =>
    Object.keys(MONITOR_KINDS).flatMap((kind) => {
      const place = path.join(folder, kind);
      if (!existsSync(place)) return [];
      return readdirSync(place)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .sort()
        .map((name) => ({ id: path.basename(name, '.ts'), file: path.join(place, name) }));
    }),
  );
