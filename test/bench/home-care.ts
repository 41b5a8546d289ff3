import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildClient } from '../../reference/client/build.ts';
import { startTestReference } from '../../reference/testing/reference-client.ts';
import { Device } from '../home-care/device.ts';
import { openLine } from '../home-care/line.ts';
import { allSent, inPage, NURSE, onRound, outboxOf, planRound, tryNow } from '../home-care/round.ts';
import { atLeast, below, type Figure } from './figure.ts';

const VISITS = 200;

/** A round of 200 visits, each with a measurement, a dose and the visit itself: sent and brought at once. */
export async function benchHomeCare(): Promise<Figure[]> {
  const reference = await startTestReference();
  const line = await openLine(Number(new URL(reference.ui).port));
  const device = await Device.take(reference.ui, line.port);
  try {
    const round = await planRound(reference, VISITS);
    const page = await onRound(device);
    await page
      .getByRole('link')
      .filter({ hasText: 'Blodtryck och läkemedel' })
      .nth(VISITS - 1)
      .waitFor();
    line.cut();
    await inPage(page, 'fillOutbox', { round, author: NURSE.userName });
    await page.reload();
    await page.getByText(`${VISITS * 3} väntar på att skickas`).waitFor();
    line.mend();
    const before = line.bytes;
    const began = performance.now();
    await tryNow(page);
    await allSent(page);
    await page
      .getByText('Klart', { exact: true })
      .nth(VISITS - 1)
      .waitFor();
    const seconds = (performance.now() - began) / 1_000;
    const stands = (await outboxOf(page)).filter(({ state }) => state === 'stands').length;
    return [
      below('home care: 200 visits synchronised', seconds, 2, 's'),
      below('home care: 200 visits synchronised, on the line', (line.bytes - before) / 1_000_000, 5, 'MB'),
      atLeast('home care: entries that stand', stands, VISITS * 3, ''),
      below('home care: script of the first load, compressed', (await scriptOf()) / 1_000, 200, 'kB'),
    ];
  } finally {
    await device.close();
    await line.close();
    await reference.close();
  }
}

/** Bytes of the app's and its worker's script, as gzip has them. */
async function scriptOf(): Promise<number> {
  const folder = join(await buildClient(), 'home-care');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
