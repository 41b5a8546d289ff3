import type { CapabilityStatementRestResource } from '@medplum/fhirtypes';
import type { Habits, Manner } from './manner.ts';

/** A server that claims other resources or parameters than the plain one does, with what else is particular to it. */
export const claiming = (
  change: (resources: CapabilityStatementRestResource[]) => CapabilityStatementRestResource[],
  habits: Habits = {},
): Manner => ({
  ...{ name: 'claiming', is: 'right', concerns: 'answers', source: 'the test' },
  does: 'says otherwise what it can',
  of: () => ({
    ...habits,
    claims: (statement) => ({
      ...statement,
      rest: statement.rest?.map((rest) => ({ ...rest, resource: change(rest.resource ?? []) })),
    }),
  }),
});

/** The same resource, searched by these besides. */
export const searchedBy = (
  resource: CapabilityStatementRestResource,
  ...names: string[]
): CapabilityStatementRestResource => ({
  ...resource,
  searchParam: [...(resource.searchParam ?? []), ...names.map((name) => ({ name, type: 'token' as const }))],
});
