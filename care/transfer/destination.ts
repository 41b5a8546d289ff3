import { UNIT_KINDS } from '../../domain/role.ts';

/** Where a stay can go on. */
export const DESTINATIONS = {
  ward: UNIT_KINDS.ward,
  'intensive-care': UNIT_KINDS['intensive-care'],
} as const;
export type Destination = keyof typeof DESTINATIONS;
