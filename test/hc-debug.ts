import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { startTestReference } from '../reference/testing/reference-client.ts';
import { Device } from './home-care/device.ts';
import { openLine } from './home-care/line.ts';
import { measure, onRound, openVisit, outboxOf, planRound, tryNow, allSent } from './home-care/round.ts';

const t0 = Date.now();
const log = (...words: unknown[]) => console.log(((Date.now() - t0) / 1000).toFixed(1), ...words);
const reference = await startTestReference();
const line = await openLine(Number(new URL(reference.ui).port));
const round = await planRound(reference, 4);
const dist = 'reference/client/dist/home-care';
for (const f of readdirSync(dist)) log(f, statSync(join(dist, f)).size, gzipSync(readFileSync(join(dist, f))).length);
for (const how of ['at-once', 'later', 'after-restart']) {
  line.mend();
  const device = await Device.take(reference.ui, line.port);
  try {
    let page = await onRound(device);
    log(how, 'on round');
    if (how === 'later') await page.waitForTimeout(8000);
    if (how === 'after-restart') { await device.restart(); page = await device.open(); await page.getByText('Nät finns', { exact: true }).waitFor(); log('restarted'); }
    await openVisit(page, round[0]!);
    line.cut();
    await measure(page, 141);
    if (how === 'after-restart') {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.screenshot({ path: '/tmp/hc/visit-390.png', fullPage: true });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.screenshot({ path: '/tmp/hc/visit-1440.png', fullPage: true });
      await page.getByRole('link', { name: 'Till rundan' }).click();
      await page.setViewportSize({ width: 390, height: 844 });
      await page.screenshot({ path: '/tmp/hc/round-390.png', fullPage: true });
      log('pictures');
    }
    await device.die();
    await device.start();
    const again = await device.open();
    log(how, 'opened', await again.locator('.contact-state').innerText({ timeout: 5000 }));
    log((await outboxOf(again)).map(({ state }) => state));
    line.mend();
    await tryNow(again);
    await allSent(again);
    log(how, 'sent', (await outboxOf(again)).map(({ state }) => state));
  } catch (error) {
    log(how, 'FAILED', String(error).slice(0, 600));
  } finally {
    await device.close();
  }
}
await line.close();
await reference.close();
log('done');
process.exit(0);
