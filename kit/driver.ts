/** What a driver, or a sign-in on pages, outside this repository implements: `genrep/driver`. */
export type { Actor } from '../domain/role.ts';
export type { SignInOnPage } from '../systems/browser-sign-in/own-module.ts';
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
  type Watch,
} from '../systems/care-system.ts';
export type { OpenOptions } from '../systems/open-system.ts';
