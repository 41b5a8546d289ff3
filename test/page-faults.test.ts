import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { throughOf } from '../reference/faults/at/http.ts';
import { astrayPage } from '../reference/faults/at/page.ts';
import { parseFaults } from '../reference/faults/faults.ts';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';

const HTML = `<!doctype html><html><head><title>Patient</title></head><body>
<div class="banner"><dl class="facts"><dt>Namn</dt><dd id="name"></dd></dl></div>
<p class="written-text" id="note"></p><span class="save-button"><button>Spara</button></span></body></html>`;

let browser: Browser;
const opened: FastifyInstance[] = [];
beforeAll(async () => {
  browser = await launchBrowser(findBrowser());
});
afterAll(async () => {
  await browser.close();
  for (const app of opened) await app.close();
});

/** The page of a server with these faults, as a browser has it. */
async function pageWith(...faults: string[]): Promise<Page> {
  const app = fastify();
  opened.push(app);
  app.addHook('onSend', astrayPage(parseFaults(faults)));
  app.get('/', async (_request, reply) => reply.type('text/html').send(HTML));
  app.get('/through', async (request) => throughOf(request));
  const page = await browser.newPage();
  await page.goto(await app.listen({ host: '127.0.0.1', port: 0 }));
  return page;
}

/** As the web client does it. */
const show = async (page: Page, id: string, text: string): Promise<void> => {
  await page
    .locator(`#${id}`)
    .evaluate((element, said) => Object.assign(element, { textContent: said }), text);
};
const shown = (page: Page, id: string): Promise<string | null> => page.locator(`#${id}`).textContent();

it('without a fault a page is as it was sent, and asks as a page', async () => {
  const page = await pageWith();
  await show(page, 'name', 'Anna');
  await show(page, 'name', 'Bo');
  expect(await shown(page, 'name')).toBe('Bo');
  expect(await page.locator('button').isEnabled()).toBe(true);
  expect(await page.evaluate(async () => (await fetch('/through')).text())).toBe('page');
  expect(await (await fetch(new URL('/through', page.url()))).text()).toBe('api');
});

it('banner-of-former-patient: shows whom it showed before, also after the page is loaded again', async () => {
  const page = await pageWith('banner-of-former-patient');
  await show(page, 'name', 'Anna');
  expect(await shown(page, 'name')).toBe('Anna');
  await show(page, 'name', 'Bo');
  expect(await shown(page, 'name')).toBe('Anna');
  await page.reload();
  await show(page, 'name', 'Cecilia');
  expect(await shown(page, 'name')).toBe('Bo');
});

it('page-text-cut and page-button-dead: a text is cut, a button cannot be pressed', async () => {
  const page = await pageWith('page-text-cut', 'page-button-dead');
  await show(page, 'note', 'Ingen växt av bakterier.');
  expect(await shown(page, 'note')).toBe('Ingen växt a');
  expect(await page.locator('button').isDisabled()).toBe(true);
});
