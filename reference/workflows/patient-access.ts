import type { DocumentReference, Resource } from '@medplum/fhirtypes';
import type { ReferenceWorkflow } from '../workflow.ts';
import { genrepCodeOf } from './concept.ts';

/** Notes between members of staff, which are no part of the record that patients read. Assumption. */
const isBetweenStaff = (document: DocumentReference): boolean => genrepCodeOf(document.type) === 'sbar';

const isWithdrawn = (resource: Resource): boolean =>
  'status' in resource && resource.status === 'entered-in-error';

/** The patient reads the own record at once, unsigned notes included (1177 in Västra Götaland). */
export const patientAccess = (): ReferenceWorkflow => ({
  name: 'patient-access',
  onRead(resource, reader) {
    if (reader.role !== 'patient') return resource;
    if (isWithdrawn(resource)) return undefined;
    if (resource.resourceType === 'DocumentReference' && isBetweenStaff(resource)) return undefined;
    return resource;
  },
});
