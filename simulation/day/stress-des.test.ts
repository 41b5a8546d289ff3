import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { dayStressDesPage } from './stress-des.ts';

it('stands in docs as the data says (npx vitest run simulation/day/stress-des -u writes it)', async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  await expect(dayStressDesPage(flows)).toMatchFileSnapshot(path.join(ROOT, 'docs', 'stress-des.md'));
});
