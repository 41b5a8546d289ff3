import { generateId } from '@medplum/core';
import type { AuditEvent } from '@medplum/fhirtypes';
import { personReference } from '../authority/authors.ts';
import { type AstrayOptions, astrayAccess } from '../faults/at/audit.ts';
import type { SignedIn } from '../workflow.ts';
import type { ResourceStore } from './resource-store.ts';
import type { WriteGate } from './write-gate.ts';

/** One access to the record. */
export interface Access {
  readonly interaction:
    | 'read'
    | 'vread'
    | 'history-instance'
    | 'search-type'
    | 'create'
    | 'update'
    | 'delete'
    | 'operation';
  readonly by: SignedIn;
  readonly allowed: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What was read or written, or for a search the kind of resource. */
  readonly what: string;
  readonly query?: string;
  /** Whose data it was: 'Patient/<id>'. */
  readonly patients: readonly string[];
  /** Why somebody opened what a patient has blocked, in their own words. */
  readonly reason?: string;
}

const ACTIONS: Readonly<Record<Access['interaction'], 'C' | 'R' | 'U' | 'D' | 'E'>> = {
  create: 'C',
  read: 'R',
  vread: 'R',
  'history-instance': 'R',
  'search-type': 'E',
  update: 'U',
  delete: 'D',
  operation: 'E',
};

/** Milliseconds. */
const FLUSH_AFTER = 50;
/** Few enough that nobody notices waiting for them to be written. */
const FLUSH_AT = 50;

/** Keeps an AuditEvent of every access; written some at a time, so that reading stays cheap. */
export class AuditLog {
  readonly #store: ResourceStore;
  readonly #gate: WriteGate;
  readonly #astray: AstrayOptions;
  #waiting: Access[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(store: ResourceStore, gate: WriteGate, astray: AstrayOptions) {
    this.#astray = astray;
    this.#store = store;
    this.#gate = gate;
  }

  record(access: Access): void {
    astrayAccess(access, this.#astray, (logged) => this.#keep(logged));
  }

  #keep(access: Access): void {
    this.#waiting.push(access);
    if (this.#waiting.length >= FLUSH_AT) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), FLUSH_AFTER);
  }

  /** Stores what waits, unless a transaction is under way: it must not be undone with it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    if (this.#gate.isHeld) {
      this.#timer = setTimeout(() => this.flush(), FLUSH_AFTER);
      return;
    }
    const accesses = this.#waiting;
    this.#waiting = [];
    this.#store.atomically(() => {
      for (const access of accesses) this.#store.put(auditEventOf(access), 1, access.at);
    });
  }
}

const BREAK_THE_GLASS = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'BTG',
  display: 'break the glass',
} as const;

function auditEventOf(access: Access): AuditEvent & { id: string } {
  const recorded = new Date(access.at).toISOString();
  return {
    resourceType: 'AuditEvent',
    id: generateId(),
    meta: { versionId: '1', lastUpdated: recorded },
    type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
    subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: access.interaction }],
    action: ACTIONS[access.interaction],
    recorded,
    outcome: access.allowed ? '0' : '4',
    ...(access.reason === undefined
      ? {}
      : { purposeOfEvent: [{ coding: [BREAK_THE_GLASS], text: access.reason }] }),
    agent: [
      {
        who: personReference(access.by),
        altId: access.by.userName,
        name: access.by.display,
        requestor: true,
      },
    ],
    source: { observer: { display: 'Genrep referensmiljö' } },
    entity: [
      access.query === undefined
        ? { what: { reference: access.what } }
        : { description: access.what, query: Buffer.from(access.query).toString('base64') },
      ...access.patients
        .filter((patient) => patient !== access.what)
        .map((reference) => ({ what: { reference } })),
    ],
  };
}
