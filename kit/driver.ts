/** What a driver outside this repository implements: `genrep/driver`. */
export type { Actor } from '../domain/role.ts';
export {
  type Answer,
  type Attachment,
  type Bound,
  boundOf,
  type Capability,
  type CareSystem,
  type FlowContext,
  type StepContext,
  type SystemDescription,
  SystemError,
  type TaskOutcome,
  unitOf,
} from '../systems/care-system.ts';
export type { OpenOptions } from '../systems/open-system.ts';
