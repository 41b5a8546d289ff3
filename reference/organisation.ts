import { readFileSync } from 'node:fs';
import type { Location, Organization } from '@medplum/fhirtypes';
import { parse } from 'yaml';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Store, Unit } from './workflow.ts';

/** The units of organisation.yaml. */
export function loadUnits(): readonly Unit[] {
  return parse(readFileSync(new URL('./organisation.yaml', import.meta.url), 'utf8')).units;
}

/** The Organization of a unit, and a Location for each bed of a ward, where the store does not have them yet. */
export async function storeOrganisation(units: readonly Unit[], store: Store): Promise<void> {
  for (const unit of units) {
    if ((await store.read(organizationReference(unit.key))) !== undefined) continue;
    await store.create(organizationOf(unit));
    for (const bed of bedsOf(unit)) await store.create(bed);
  }
}

export const organizationReference = (unitKey: string): string => `Organization/${unitKey}`;

function organizationOf({ key, name, hsaId, kind }: Unit): Organization {
  return {
    resourceType: 'Organization',
    id: key,
    active: true,
    identifier: [{ system: SYSTEMS.hsaId, value: hsaId }],
    type: [{ coding: [{ system: SYSTEMS.genrep, code: kind }] }],
    name,
  };
}

function bedsOf({ key, name, beds = 0 }: Unit): Location[] {
  return Array.from({ length: beds }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      resourceType: 'Location',
      id: `${key}-plats-${number}`,
      status: 'active',
      mode: 'instance',
      name: `Plats ${number}, ${name}`,
      physicalType: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
            code: 'bd',
            display: 'Bed',
          },
        ],
      },
      managingOrganization: { reference: organizationReference(key), display: name },
    };
  });
}
