import type { Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type ReferenceWorkflow, Refusal } from '../workflow.ts';

const RESERVE: ReadonlySet<string> = new Set([SYSTEMS.nationalReserveNumber, SYSTEMS.regionalReserveNumber]);

/** What the population register says of a person: all but which records belong together. */
function registered({ meta: _meta, link: _link, active: _active, ...rest }: Patient): string {
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What others than the population register may do with persons: give somebody unknown a record under a reserve number, and
 * say that two records are of the same person, or are not.
 */
export const patientRecords = (): ReferenceWorkflow => ({
  name: 'patient-records',
  async beforeWrite({ interaction, resource, previous, by }) {
    if (resource.resourceType !== 'Patient' || by.role !== 'medical-secretary') return resource;
    if (interaction === 'create') {
      const numbers = resource.identifier ?? [];
      if (numbers.length > 0 && numbers.every(({ system }) => RESERVE.has(system ?? ''))) return resource;
      throw new Refusal(403, 'Bara den som är okänd registreras här, och då med reservnummer.');
    }
    if (registered(resource) === registered(previous as Patient)) return resource;
    throw new Refusal(403, 'Folkbokföringens uppgifter ändras inte här.');
  },
});
