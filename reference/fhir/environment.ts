import type { Authority } from '../authority/authority.ts';
import type { Openings } from '../authority/openings.ts';
import type { Faults } from '../faults/fault.ts';
import type { LiveUpdates } from '../live/live-updates.ts';
import type { AuditLog } from '../store/audit-log.ts';
import type { ResourceStore } from '../store/resource-store.ts';
import type { WriteGate } from '../store/write-gate.ts';
import type { ReferenceWorkflow, SignedIn, Store } from '../workflow.ts';
import type { Catalogue } from './catalogue.ts';

/** What every request works with. */
export interface Environment {
  readonly catalogue: Catalogue;
  readonly authority: Authority;
  /** What patients have blocked and somebody has opened. */
  readonly openings: Openings;
  /** The store as all see it, and as the one who is writing sees it. */
  readonly committed: ResourceStore;
  readonly writing: ResourceStore;
  readonly gate: WriteGate;
  readonly audit: AuditLog;
  readonly live: LiveUpdates;
  /** Set once they have started; they start with a store that already works. */
  workflows: readonly ReferenceWorkflow[];
  /** The store as the workflows use it. */
  readonly store: Store;
  /** Where the FHIR interface answers, once it listens: 'http://127.0.0.1:8080/fhir'. */
  baseUrl: string;
  /** What is planted. */
  readonly faults: Faults;
  /** Where somebody works: 'ward'; undefined for those who work at no unit. */
  readonly unitKindOf: (person: SignedIn) => string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
