import { loadAuthority } from '../authority/authority.ts';
import { LiveUpdates } from '../live/live-updates.ts';
import { AuditLog } from '../store/audit-log.ts';
import { openDatabase } from '../store/database.ts';
import { ResourceStore } from '../store/resource-store.ts';
import { createSavedState, type SavedState } from '../store/saved-state.ts';
import { WriteGate } from '../store/write-gate.ts';
import type { Unit } from '../workflow.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Environment } from './environment.ts';
import { systemStore } from './system-store.ts';

export interface EnvironmentOptions {
  /** Folder of the database; a temporary one without. */
  readonly data?: string;
  readonly units: readonly Unit[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A store with its rules, before anything listens and without workflows. `close` stores what waits and lets go. */
export async function openEnvironment(
  options: EnvironmentOptions,
): Promise<{ environment: Environment; savedState: SavedState; close: () => void }> {
  const catalogue = await loadCatalogue();
  const connections = openDatabase(options.data);
  ResourceStore.prepareParameters(connections.writing, catalogue);
  const writing = new ResourceStore(connections.writing, catalogue);
  const gate = new WriteGate();
  const environment: Environment = {
    catalogue,
    authority: loadAuthority(options.units),
    committed: new ResourceStore(connections.reading, catalogue),
    writing,
    gate,
    audit: new AuditLog(writing, gate),
    live: new LiveUpdates(),
    workflows: [],
    get store() {
      return store;
    },
    baseUrl: '',
    now: options.now,
  };
  const store = systemStore(environment);
  const savedState = createSavedState({
    database: connections.writing,
    gate,
    settle: () => environment.audit.flush(),
  });
  const close = (): void => {
    environment.audit.flush();
    connections.close();
    savedState.close();
  };
  return { environment, savedState, close };
}
