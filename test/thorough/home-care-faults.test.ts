import { describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { listFaults } from '../../reference/faults/faults.ts';
import { startTestReference } from '../../reference/testing/reference-client.ts';
import { Device } from '../home-care/device.ts';
import { openLine } from '../home-care/line.ts';
import { onRound, openVisit, planRound } from '../home-care/round.ts';
import { rehearseOnce } from '../rehearsal.ts';

const flows = (await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) })).filter(({ id }) =>
  id.startsWith('hemsjukvard/'),
);

const failedWith = async (faults: readonly string[]): Promise<readonly string[]> =>
  (await rehearseOnce(flows, faults)).requirements
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ requirement }) => requirement.id);

describe('what goes wrong with a round turns its own requirement red', () => {
  it('and nothing is red without', { timeout: 120_000 }, async () => {
    expect(await failedWith([])).toEqual([]);
  });

  it.each([
    'home-write-lost-at-reconnect',
    'home-dose-doubled-after-retry',
    'home-later-clock-wins',
    'home-double-dose-untold',
    'home-list-behind',
    'drug-delegation-ignored',
  ])('%s', { timeout: 120_000 }, async (name) => {
    const own = listFaults().find((fault) => fault.name === name)?.requirements;
    expect(own).toHaveLength(1);
    expect(await failedWith([name])).toEqual(own);
  });

  it('home-list-without-age: the app shows the list and not its age', { timeout: 120_000 }, async () => {
    const reference = await startTestReference(['home-list-without-age']);
    const line = await openLine(Number(new URL(reference.ui).port));
    const device = await Device.take(reference.ui, line.port);
    try {
      const [planned] = await planRound(reference, 1);
      const page = await onRound(device);
      if (planned === undefined) throw new Error('Nobody is on the round.');
      await openVisit(page, planned);
      await page.locator('.drugs').getByText('Amoxicillin 500 mg').waitFor();
      expect(await page.locator('.list-age').isVisible()).toBe(false);
    } finally {
      await device.close();
      await line.close();
      await reference.close();
    }
  });
});
