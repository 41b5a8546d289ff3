import type { ResourceType } from '@medplum/fhirtypes';
import type { InputPosition } from '../domain/input-error.ts';

/** How a system says in FHIR what Genrep's areas say otherwise; data in a profile, docs/how-to/own-system.md tells how. */
export interface Mapping {
  /** Whether a create may carry If-None-Exist; it does where nothing is said. */
  readonly conditionalCreate?: boolean;
  /** The system's URI of an identifier or code system, by ours; in everything that is written, read and searched for. */
  readonly systems?: Readonly<Record<string, string>>;
  /** The system's resource type, by the areas'. */
  readonly resources?: Readonly<Partial<Record<ResourceType, ResourceType>>>;
  /** Codes that are others in the system, each side as 'system|code'. */
  readonly codes?: readonly { readonly from: string; readonly to: string }[];
  /** By kind of activity; `every` is all of them, and the register that introduces people and units. */
  readonly activities?: Readonly<Record<string, ActivityRules>>;
  /** Where in the user's file each rule stands, by the keys on the way to it. */
  readonly places?: Readonly<Record<string, InputPosition>>;
}

export const EVERY = 'every';

export interface ActivityRules {
  readonly write?: Readonly<Partial<Record<ResourceType, WriteRules>>>;
  readonly search?: Readonly<Partial<Record<ResourceType, SearchRules>>>;
}

/** How a resource is written; the type and all paths but those of `set` and `move.to` are the areas'. */
export interface WriteRules {
  readonly replace?: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
  /** Not written. What cannot be turned back: no question sees it. */
  readonly remove?: readonly string[];
  readonly move?: readonly { readonly from: string; readonly to: string }[];
  /** Written beside, or in place of, what an area writes; no question sees it. */
  readonly set?: readonly { readonly path: string; readonly value: unknown }[];
}

/** How resources of a type are searched for; parameters are the areas' but in `add` and on the right of `rename`. */
export interface SearchRules {
  readonly rename?: Readonly<Record<string, string>>;
  /** A value may hold {patient}: 'Patient/17'. */
  readonly add?: Readonly<Record<string, string>>;
  /** Not sent; what comes is sifted by it here. Of `_include` nothing comes along. */
  readonly sift?: readonly string[];
}
