import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps } from '../flows/steps.ts';
import { readinessPage } from '../reports/html/page.ts';
import { steeringPage } from '../reports/html/steering.ts';
import { trendPage } from '../reports/html/trend.ts';
import { runOf } from '../reports/testing/synthetic.ts';
import { trendOf } from '../reports/trend.ts';
import { findBrowser, launchBrowser } from '../systems/reference-ui/browser.ts';
import { rehearseOnce } from './rehearsal.ts';

let browser: Browser;
let pages: { readonly go: string; readonly noGo: string; readonly sheet: string; readonly trend: string };

beforeAll(async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-page-'));
  const keep = async (name: string, page: string): Promise<string> => {
    const file = path.join(folder, `${name}.html`);
    await writeFile(file, page);
    return pathToFileURL(file).href;
  };
  const noGo = await rehearseOnce(flows, ['result-late']);
  const runs = [1, 2].map((day) => ({ ...runOf({ run: `dag-${day}`, faults: LOST }), beganAt: day }));
  pages = {
    go: await keep('go', readinessPage(await rehearseOnce(flows, []))),
    noGo: await keep('no-go', readinessPage(noGo)),
    sheet: await keep('sheet', steeringPage(noGo)),
    trend: await keep('trend', trendPage(trendOf(runs), 'runs')),
  };
  browser = await launchBrowser(findBrowser());
}, 120_000);

afterAll(() => browser.close());

const LOST = [{ kind: 'order-on-laboratory-worklist', every: 2, verdict: 'fail' }] as const;

describe('the readiness page', () => {
  it.each([
    ['go', 390],
    ['noGo', 1440],
    ['noGo', 390],
  ] as const)(
    '%s at %i px is accessible, fits, and needs nothing from a network',
    { timeout: 90_000 },
    async (name, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(pages[name]);
      await page
        .getByRole('heading', { name: name === 'go' ? /^Klartecken/ : /^Inget klartecken/ })
        .waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const overflow = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(requested).toEqual([pages[name]]);
      await context.close();
    },
  );

  it.each([
    ['sheet', 1440],
    ['sheet', 390],
    ['trend', 1440],
    ['trend', 390],
  ] as const)('has beside it a %s that at %i px is accessible and fits', async (name, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(pages[name]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const overflow = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });

  it('shows only the rows that a filter fits', async () => {
    const page = await browser.newPage();
    await page.goto(pages.noGo);
    const requirements = page.locator('#requirements');
    await requirements.getByRole('searchbox').fill('KRAV-LAB');
    await expect(requirements.locator('.shown').textContent()).resolves.toBe('5');
    await expect(requirements.locator('tbody tr:visible').count()).resolves.toBe(5);
    await page.close();
  });

  it('is one sheet of A4 for the steering group', async () => {
    const page = await browser.newPage();
    await page.goto(pages.sheet);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.close();
  });

  it('says the same in English at the press of a button', async () => {
    const page = await browser.newPage();
    await page.goto(pages.noGo);
    await page.getByRole('button', { name: 'In English' }).click();
    await expect(page.getByRole('heading', { name: /no-go/i }).first().isVisible()).resolves.toBe(true);
    await page.close();
  });
});
