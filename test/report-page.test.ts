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
import { findBrowser, launchBrowser } from '../systems/reference-ui/browser.ts';
import { rehearseOnce } from './rehearsal.ts';

let browser: Browser;
let pages: { readonly go: string; readonly noGo: string };

beforeAll(async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-page-'));
  const pageOf = async (name: string, faults: readonly string[]): Promise<string> => {
    const file = path.join(folder, `${name}.html`);
    await writeFile(file, readinessPage(await rehearseOnce(flows, faults)));
    return pathToFileURL(file).href;
  };
  pages = { go: await pageOf('go', []), noGo: await pageOf('no-go', ['result-late']) };
  browser = await launchBrowser(findBrowser());
}, 120_000);

afterAll(() => browser.close());

describe('the readiness page', () => {
  it.each([
    ['go', 1440],
    ['go', 390],
    ['noGo', 1440],
    ['noGo', 390],
  ] as const)('%s at %i px is accessible, fits, and needs nothing from a network', async (name, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(pages[name]);
    await page.getByRole('heading', { name: name === 'go' ? /^Klartecken/ : /^Inget klartecken/ }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const overflow = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(requested).toEqual([pages[name]]);
    await context.close();
  });

  it('says the same in English at the press of a button', async () => {
    const page = await browser.newPage();
    await page.goto(pages.noGo);
    await page.getByRole('button', { name: 'In English' }).click();
    await expect(page.getByRole('heading', { name: /no-go/i }).first().isVisible()).resolves.toBe(true);
    await page.close();
  });
});
