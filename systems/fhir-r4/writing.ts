import type { ResourceType } from '@medplum/fhirtypes';
import type { Noticing } from './noticing.ts';

/** How one writes. */
export interface Writing {
  /** For a step that may have been done in part before; a step that is new needs no looking. */
  readonly resending?: Resending | undefined;
  /**
   * Whatever was acknowledged is read back, and this told before. Without it the server is believed when it says what it
   * made, and names a new version of what it changed.
   */
  readonly acknowledged?: (() => void) | undefined;
  /** Writes nothing, and looks for what somebody else wrote instead. */
  readonly noticing?: Noticing | undefined;
}

/** When a write is sent again: never, unless it was looked for first and the server itself refuses to do it twice. */
export interface Resending {
  /** Whether the server creates something only if nothing is there that a query finds. */
  readonly createsConditionally: (type: ResourceType) => boolean;
}
