import type { CareFlow } from '../domain/care-flow.ts';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps, type Steps } from '../flows/steps.ts';
import { loadRequirements } from '../scenarios/load-requirements.ts';
import { careAreas } from './care-areas.ts';
import { PROJECT } from './project.ts';

/** All flows that are written, held against all requirements that are written; or those of some files and folders. */
export async function writtenFlows(steps?: Steps, paths?: readonly string[]): Promise<readonly CareFlow[]> {
  const { vocabulary } = await careAreas();
  return compileFlows({
    root: PROJECT,
    steps: steps ?? (await loadSteps(PROJECT)),
    requirements: loadRequirements(vocabulary.activities.map(({ kind }) => kind)).requirements,
    ...(paths === undefined ? {} : { paths }),
  });
}
