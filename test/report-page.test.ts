import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps } from '../flows/steps.ts';
import { readinessPage } from '../reports/html/page.ts';
import { steeringPage } from '../reports/html/steering.ts';
import { trendPage } from '../reports/html/trend.ts';
import { readinessOf } from '../reports/readiness.ts';
import { runOf, type SyntheticRun } from '../reports/testing/synthetic.ts';
import { trendOf } from '../reports/trend.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';

let browser: Browser;
let pages: {
  readonly passed: string;
  readonly failed: string;
  readonly sheet: string;
  readonly passedSheet: string;
  readonly trend: string;
};

const FAULTS: SyntheticRun['faults'] = [
  {
    kind: 'order-on-laboratory-worklist',
    every: 2,
    verdict: 'fail',
    expected: 'Provet står på laboratoriets arbetslista.',
    observed: 'Arbetslistan är tom.',
    reason: 'Det syntes inte inom 5 s.',
    attachment: true,
    stops: true,
  },
  { kind: 'prescribe', every: 3, verdict: 'unknown', reason: 'Inget svar inom 30 s.' },
  { kind: 'discharge', every: 2, verdict: 'error', reason: 'Systemet svarade 500.' },
  { kind: 'vitals-in-chart', every: 2, verdict: 'fail', latency: 9_000 },
];

beforeAll(async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-page-'));
  const keep = async (name: string, page: string): Promise<string> => {
    const file = path.join(folder, `${name}.html`);
    await writeFile(file, page);
    return pathToFileURL(file).href;
  };
  const run = { flows, stage: loadStage('1-sodra'), instances: flows.length * 3 };
  const failing = {
    ...run,
    faults: FAULTS,
    notSupported: [{ channel: 'ui', kind: 'identity-shielded', reason: 'Sidan finns inte här.' }] as const,
    browserEvery: 7,
  };
  const earlier = { ...runOf({ ...failing, run: 'dagen-innan' }), beganAt: 1 };
  const failed = readinessOf([runOf(failing)], { earlier: [earlier] });
  // As many as a day has.
  const passed = readinessOf([runOf({ ...run, instances: 520 })]);
  pages = {
    passed: await keep('passed', readinessPage(passed)),
    failed: await keep('failed', readinessPage(failed)),
    sheet: await keep('sheet', steeringPage(failed)),
    passedSheet: await keep('passed-sheet', steeringPage(passed)),
    trend: await keep('trend', trendPage(trendOf([earlier, runOf(failing)]), 'runs')),
  };
  browser = await launchBrowser(findBrowser());
}, 60_000);

afterAll(() => browser.close());

const ONE_OF_EACH_KIND = new URL('./report-page/one-of-each-kind.js', import.meta.url);

/** What axe has against a page, of which it sees one of each kind of row; pages have no frames that it could miss. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(`{${await readFile(ONE_OF_EACH_KIND, 'utf8')}}`);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id }) => id);
}

/** Opens all that is folded, so that nothing on the page is left unlooked at. */
const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });

const overflowOf = (page: Page): Promise<number> =>
  page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);

async function repeatedIds(page: Page): Promise<string[]> {
  const all = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  return all.filter((id, index) => all.indexOf(id) !== index);
}

describe('the readiness page', () => {
  it.each([
    ['passed', 390],
    ['failed', 1440],
    ['failed', 390],
  ] as const)('%s at %i px is accessible, fits, and needs nothing from a network', async (outcome, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(pages[outcome]);
    const name =
      outcome === 'passed' ? /^Generalrepetitionen är godkänd/ : /^Generalrepetitionen bröts av fel/;
    await page.getByRole('heading', { name }).waitFor();
    await unfold(page);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await repeatedIds(page)).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    expect(requested).toEqual([pages[outcome]]);
    await context.close();
  });

  it.each([
    ['sheet', 1440],
    ['sheet', 390],
    ['trend', 1440],
    ['trend', 390],
  ] as const)('has beside it a %s that at %i px is accessible and fits', async (name, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(pages[name]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  });

  it('is not accessible when one row among many is not', async () => {
    const page = await browser.newPage();
    await page.goto(pages.passed);
    await unfold(page);
    const plant = (row: string, fault: string): Promise<void> =>
      page
        .locator(`${row} > td:first-child`)
        .first()
        .evaluate((cell, html) => {
          cell.innerHTML = html;
        }, fault);
    await plant('#requirements tbody tr:nth-child(7)', '<a href="#gates"></a>');
    await plant('#requirements tbody tr:nth-child(9)', '<span style="color: #ccc">Svagt</span>');
    await plant('#matrix tbody tr:nth-child(20)', '<span role="cel">Fel roll</span>');
    await plant('#matrix tbody tr:nth-child(30)', '<img src="data:," width="9" height="9">');
    const found = ['aria-roles', 'color-contrast', 'image-alt', 'link-name'];
    expect(await violationsOn(page)).toEqual(expect.arrayContaining(found));
    await page.close();
  });

  describe('without any script', () => {
    const openedWithoutScript = async (name: 'passed' | 'failed') => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      await page.goto(pages[name]);
      return { page, close: () => context.close() };
    };

    it('is a few screens long when a day of 520 flows passed, since what passed is folded', async () => {
      const { page, close } = await openedWithoutScript('passed');
      const { height } = (await page.locator('html').boundingBox()) ?? {};
      expect(height).toBeLessThan(6_000);
      await expect(page.locator('#requirements').isVisible()).resolves.toBe(false);
      await expect(page.locator('#remaining').isVisible()).resolves.toBe(true);
      await close();
    });

    it('opens a part that is linked to from the table of contents', async () => {
      const { page, close } = await openedWithoutScript('passed');
      await page.getByRole('navigation').getByRole('link', { name: 'Krav', exact: true }).click();
      await page.locator('#requirements').waitFor({ state: 'visible' });
      await close();
    });

    it('has what failed open, with its traces folded', async () => {
      const { page, close } = await openedWithoutScript('failed');
      for (const part of ['#reasons', '#requirements', '#flows'])
        await expect(page.locator(part).isVisible(), part).resolves.toBe(true);
      await expect(page.locator('#reasons .trace dl').first().isVisible()).resolves.toBe(false);
      await expect(page.locator('#matrix').isVisible()).resolves.toBe(false);
      await close();
    });
  });

  it('shows only the rows that a filter fits', async () => {
    const page = await browser.newPage();
    await page.goto(pages.failed);
    const requirements = page.locator('#requirements');
    await unfold(page);
    const filtered = requirements.locator('.filtered').last();
    await filtered.getByRole('searchbox').fill('KRAV-LAB');
    await expect(filtered.locator('.shown').textContent()).resolves.toBe('4');
    await expect(filtered.locator('tbody tr:visible').count()).resolves.toBe(4);
    await page.close();
  });

  it.each(['sheet', 'passedSheet'] as const)(
    'is one sheet of A4 for the steering group: %s',
    async (name) => {
      const page = await browser.newPage();
      await page.goto(pages[name]);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      await page.close();
    },
  );

  it('says the same in English at the press of a button', async () => {
    const page = await browser.newPage();
    await page.goto(pages.failed);
    await page.getByRole('button', { name: 'In English' }).click();
    await expect(page.getByRole('heading', { name: 'The rehearsal broke' }).isVisible()).resolves.toBe(true);
    await page.close();
  });
});
