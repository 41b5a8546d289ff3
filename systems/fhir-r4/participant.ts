import type { AppointmentParticipant } from '@medplum/fhirtypes';
import type { CareUnit } from '../../domain/care-day.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';

/** A unit that takes part in an appointment, by its HSA-id: R4 allows no reference to an Organization there. */
export const atUnit = (
  unit: CareUnit | undefined,
  status: AppointmentParticipant['status'],
): AppointmentParticipant[] =>
  unit === undefined
    ? []
    : [
        {
          actor: {
            type: 'Organization',
            identifier: { system: SYSTEMS.hsaId, value: unit.hsaId },
            display: unit.name,
          },
          status,
        },
      ];
