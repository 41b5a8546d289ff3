import type { ResourceType } from '@medplum/fhirtypes';
import type { CareRepository } from './repository.ts';

/** Kinds that belong to a person's record, by the search parameter that says whose, and that this reader may read. */
export function readable({ environment, by }: CareRepository): { type: ResourceType; parameter: string }[] {
  const { catalogue, authority } = environment;
  return catalogue.types
    .filter((type) => !NOT_RECORD.has(type) && authority.readable(by, type) !== undefined)
    .flatMap((type) => {
      const parameter = ['patient', 'subject'].find((code) => catalogue.parameter(type, code) !== undefined);
      return parameter === undefined ? [] : [{ type, parameter }];
    });
}

/** Who looked, and what is on whose list, is about the work and not about the person. */
const NOT_RECORD: ReadonlySet<string> = new Set(['AuditEvent', 'Task']);
