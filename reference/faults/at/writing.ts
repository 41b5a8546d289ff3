import type { Resource } from '@medplum/fhirtypes';
import type { Environment } from '../../fhir/environment.ts';
import type { Write } from '../../workflow.ts';
import type { Passed } from '../fault.ts';
import { factsOf } from './who.ts';

/** What becomes of a write; undefined when it is stored as it is. */
export function astrayWrite(
  { interaction, resource, previous, by }: Write,
  { faults, unitKindOf }: Pick<Environment, 'faults' | 'unitKindOf'>,
): Passed<Resource> | undefined {
  if (!faults.isPlanted('write')) return undefined;
  const facts = { ...factsOf(by, unitKindOf), resourceType: resource.resourceType, interaction };
  return faults.pass('write', resource, facts, { earlier: () => previous });
}
