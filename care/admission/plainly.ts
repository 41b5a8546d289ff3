import type { EncounterLocation } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Found } from '../../systems/fhir-r4/client.ts';
import type { QuestionWay } from '../../systems/fhir-r4/handler.ts';
import type { Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { AdmissionQuestion } from './activities.ts';

/**
 * The bed that the one who admits writes down where the system assigns none: known by an identifier of its own, so that
 * nothing need be made for it.
 */
export function bedWritten({ context, patient }: Workstation): EncounterLocation[] | undefined {
  const { ward } = context.units;
  if (ward === undefined) return undefined;
  const identifier = { system: SYSTEMS.bed, value: `${ward.hsaId}/${patient}` };
  return [{ location: { identifier, display: `Vårdplats, ${ward.name}` }, status: 'active' }];
}

/** A server that assigns no bed holds the one that was written. */
export const writtenBedOnList = (
  onUnitList: (at: Workstation) => Promise<Found<'Encounter'>>,
): QuestionWay<Of<AdmissionQuestion, 'bed-on-ward-list'>> => ({
  needs: { searches: [['Encounter', 'service-provider', 'status', 'subject']] },
  expected: () => 'Patienten står på avdelningens lista, med den vårdplats som skrevs vid inläggningen.',
  async look(_, at) {
    const stay = (await onUnitList(at)).find((each) => each.class?.code === 'IMP');
    if (stay === undefined) return { seen: false, observed: 'Patienten står inte på avdelningens lista.' };
    const written = bedWritten(at)?.[0]?.location.identifier?.value;
    const beds = stay.location ?? [];
    const seen = beds.some(({ location }) => written !== undefined && location.identifier?.value === written);
    return {
      seen,
      observed: seen
        ? 'Vårdplatsen står på listan som den skrevs. Systemet lovar inte att tilldela någon; det är inte prövat.'
        : beds.length === 0
          ? 'Patienten står på listan utan vårdplats.'
          : 'Patienten står på listan med en annan vårdplats än den som skrevs.',
    };
  },
});
