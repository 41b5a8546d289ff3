import type { Extension, Identifier, Meta } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';

/** Ids that a device gave what was written at home. */
export const HOME_CARE = SYSTEMS.homeCare;

/** When it was done, by the device's own clock, beside the time that is held to be right. */
const DEVICE_TIME = `${HOME_CARE}/device-time`;

export interface Stamp {
  readonly id: string;
  /** By the clock as the server has it. */
  readonly at: string;
  /** By the device's own. */
  readonly deviceTime: string;
}

/** How what was written at home is told from what was written elsewhere, and once from twice. */
export const marksOf = ({
  id,
  deviceTime,
}: Stamp): { identifier: Identifier[]; meta: Meta; extension: Extension[] } => ({
  identifier: [{ system: HOME_CARE, value: id }],
  meta: { tag: [{ system: SYSTEMS.genrep, code: 'home-care' }] },
  extension: [{ url: DEVICE_TIME, valueDateTime: deviceTime }],
});
