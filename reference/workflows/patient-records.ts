import { isDeepStrictEqual } from 'node:util';
import type { Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Faults } from '../faults/fault.ts';
import { type ReferenceWorkflow, Refusal } from '../workflow.ts';

const RESERVE: ReadonlySet<string> = new Set([SYSTEMS.nationalReserveNumber, SYSTEMS.regionalReserveNumber]);

/** Those beside the register who write something of a person; authority.yaml says who writes what. */
const OTHERS: ReadonlySet<string> = new Set(['medical-secretary', 'physician', 'midwife']);

/** What the population register says of a person: all but which records belong together, and a death in care. */
const registered = ({
  meta: _meta,
  link: _link,
  active: _active,
  deceasedDateTime: _died,
  ...rest
}: Patient): Partial<Patient> => rest;

const linksOf = ({ link = [], active = true }: Patient) => [link, active];

/**
 * What others than the population register may do with persons: give somebody unknown or newborn a record under a reserve number, and
 * say that two records are of the same person, or are not, and tell of a death.
 */
export const patientRecords = (faults: Faults): ReferenceWorkflow => ({
  name: 'patient-records',
  async beforeWrite({ interaction, resource, previous, by }) {
    if (resource.resourceType !== 'Patient' || !OTHERS.has(by.role)) return resource;
    if (interaction === 'create') {
      const numbers = resource.identifier ?? [];
      if (numbers.length > 0 && numbers.every(({ system }) => RESERVE.has(system ?? ''))) return resource;
      throw new Refusal(403, 'Bara den som är okänd eller nyfödd registreras här, och då med reservnummer.');
    }
    const before = previous as Patient;
    const isSame = isDeepStrictEqual(registered(resource), registered(before));
    const isDeath = resource.deceasedDateTime !== before.deceasedDateTime;
    // A physician tells of a death and no more; a secretary of anything but that.
    const isJoining = !isDeepStrictEqual(linksOf(resource), linksOf(before));
    if (isSame && (by.role === 'physician' ? isDeath && !isJoining : !isDeath)) return resource;
    if (faults.strikes('physician-changes-register', { role: by.role })) return resource;
    throw new Refusal(403, 'Folkbokföringens uppgifter ändras inte här.');
  },
});
