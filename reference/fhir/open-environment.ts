import { loadAuthority } from '../authority/authority.ts';
import { Openings } from '../authority/openings.ts';
import { withinScopes } from '../authority/scopes.ts';
import { astrayAuthority } from '../faults/at/authority.ts';
import type { Faults } from '../faults/fault.ts';
import { noFaults } from '../faults/faults.ts';
import { LiveUpdates } from '../live/live-updates.ts';
import { AuditLog } from '../store/audit-log.ts';
import { openDatabase } from '../store/database.ts';
import { ResourceStore } from '../store/resource-store.ts';
import { createSavedState, type SavedState } from '../store/saved-state.ts';
import { WriteGate } from '../store/write-gate.ts';
import type { SignedIn, Unit } from '../workflow.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Environment } from './environment.ts';
import { systemStore } from './system-store.ts';

export interface EnvironmentOptions {
  /** Folder of the database; a temporary one without. */
  readonly data?: string;
  readonly units: readonly Unit[];
  /** None without. */
  readonly faults?: Faults;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A store with its rules, before anything listens and without workflows. `close` stores what waits and lets go. */
export async function openEnvironment(
  options: EnvironmentOptions,
): Promise<{ environment: Environment; savedState: SavedState; close: () => void }> {
  const { faults = noFaults() } = options;
  const kinds = new Map(options.units.map(({ key, kind }) => [key, kind]));
  const unitKindOf = ({ unit }: SignedIn): string | undefined => kinds.get(unit ?? '');
  const catalogue = await loadCatalogue();
  const connections = openDatabase(options.data);
  ResourceStore.prepareParameters(connections.writing, catalogue);
  const writing = new ResourceStore(connections.writing, catalogue);
  const gate = new WriteGate();
  const environment: Environment = {
    catalogue,
    authority: astrayAuthority(withinScopes(loadAuthority(options.units)), faults, unitKindOf),
    openings: new Openings(options.now),
    committed: new ResourceStore(connections.reading, catalogue),
    writing,
    gate,
    audit: new AuditLog(writing, gate, { faults, unitKindOf }),
    live: new LiveUpdates(faults),
    workflows: [],
    get store() {
      return store;
    },
    baseUrl: '',
    faults,
    unitKindOf,
    now: options.now,
  };
  const store = systemStore(environment);
  const savedState = createSavedState({
    database: connections.writing,
    gate,
    settle: () => environment.audit.flush(),
  });
  const close = (): void => {
    faults.close();
    environment.audit.flush();
    connections.close();
    savedState.close();
  };
  return { environment, savedState, close };
}
