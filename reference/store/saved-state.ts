import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { WriteGate } from './write-gate.ts';

/** A state of the whole store that one can go back to; the latest saved, as long as the environment runs. */
export interface SavedState {
  save(): Promise<void>;
  /** False where nothing has been saved. */
  restore(): Promise<boolean>;
}

const TABLES = ['resource', 'earlier_version', 'search_parameter', 'search_value'] as const;

/** @param settle writes what still waits to be written */
export function createSavedState(options: {
  readonly database: Database.Database;
  readonly gate: WriteGate;
  readonly settle: () => void;
}): SavedState & { close(): void } {
  const { database, gate, settle } = options;
  const folder = mkdtempSync(join(tmpdir(), 'genrep-saved-state-'));
  const file = join(folder, 'saved.sqlite');
  let isSaved = false;
  return {
    save: () =>
      gate.briefly(() => {
        settle();
        rmSync(file, { force: true });
        database.prepare('VACUUM INTO ?').run(file);
        isSaved = true;
      }),
    restore: () =>
      gate.briefly(() => {
        if (!isSaved) return false;
        settle();
        database.prepare('ATTACH ? AS saved').run(file);
        try {
          database.transaction(() => {
            for (const table of TABLES) {
              database.exec(
                `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM saved.${table};`,
              );
            }
          })();
        } finally {
          database.exec('DETACH saved');
        }
        return true;
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
