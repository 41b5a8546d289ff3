import type { Filter } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import type { Role, UnitKind } from '../domain/role.ts';

/** A unit of organisation.yaml. */
export interface Unit {
  readonly key: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly hsaId: string;
  /** Who runs it, where it is neither the region nor a municipality. */
  readonly caregiver?: string;
  /** Number of ordinary beds; wards only. */
  readonly beds?: number;
}

/** Who is signed in, as every part of the environment sees them. */
export interface SignedIn {
  readonly userName: string;
  /**
   * `registry` is the population register; `migration` brings records over from elsewhere, which sets nothing going;
   * `system` is the environment acting by itself.
   */
  readonly role: Role | 'registry' | 'migration' | 'system';
  /** Key of the unit in organisation.yaml; only staff have one. */
  readonly unit?: string;
  /** HSA-id of staff. */
  readonly hsaId?: string;
  readonly display: string;
  /** 'Patient/<id>' of a signed-in patient. */
  readonly patient?: string;
  /** 'Patient/<id>' of each child whose record the signed-in patient reads as guardian. */
  readonly wards?: readonly string[];
  /** What of their authority the token has, as SMART writes it: 'user/Patient.rs'; all of it when absent. */
  readonly scopes?: readonly string[];
}

/** One create or update on its way in. */
export interface Write {
  readonly interaction: 'create' | 'update';
  /** Carries its id, on create too. */
  readonly resource: Resource;
  readonly previous?: Resource;
  readonly by: SignedIn;
}

/**
 * The store as a workflow uses it: no workflow is triggered by it and no authority asked; what is written goes out as
 * a live update like everything else. A search gives all matches, not one page. A resource that is created with an
 * `id` keeps it.
 */
export interface Store {
  read<T extends Resource>(reference: string): Promise<T | undefined>;
  /** A FHIR search: 'Task?owner=Organization/1&status=requested'. */
  search<T extends Resource>(query: string): Promise<T[]>;
  create<T extends Resource>(resource: T): Promise<T>;
  update<T extends Resource>(resource: T): Promise<T>;
}

/** The system's no, in words for a person; becomes an OperationOutcome with this HTTP status. */
export class Refusal extends Error {
  readonly status: 403 | 409 | 422;

  constructor(status: 403 | 409 | 422, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Where a reader meets a resource. */
export type Surface =
  | 'read'
  | 'history'
  | 'search'
  /** Beside the matches of a search, by _include or _revinclude. */
  | 'include'
  /** Patient/$everything. */
  | 'everything'
  /** On its way into a printed letter or label. */
  | 'print'
  /** The answer to the reader's own write. */
  | 'written';

/**
 * A create that a workflow has taken over: it is not stored now, but answered `201` with this resource, which carries
 * the id under which the workflow will store it.
 */
export interface Promised {
  readonly promised: Resource & { readonly id: string };
}

/**
 * One thing the environment does beside storing resources: one file in workflows/ each. A fault changes what a
 * workflow does, never the driver or the page.
 */
export interface ReferenceWorkflow {
  readonly name: string;
  /** Heeds records that are brought over too; else they are stored and nothing more. */
  readonly heedsMigration?: true;
  /** May change what is stored, take a create over, or throw {@link Refusal}. */
  beforeWrite?(write: Write, store: Store): Promise<Resource | Promised>;
  /** Runs after the write is stored and before it is answered. */
  afterWrite?(write: Write, store: Store): Promise<void>;
  /** What this reader sees of a resource: masked, older, or nothing at all. */
  onRead?(resource: Resource, reader: SignedIn, store: Store, surface: Surface): Resource | undefined;
  /**
   * Whether a match may be told of to who asked with these filters: what they ask about may be what this reader is not to
   * know, so that the match alone would tell it.
   */
  mayMatch?(resource: Resource, reader: SignedIn, filters: readonly Filter[]): boolean;
}
