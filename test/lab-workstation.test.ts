import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { LabContact } from '../cli/workstation/lab-contact.ts';
import { Workstation } from '../cli/workstation/workstation.ts';
import type { LabCard, LabPicture } from '../domain/lab-evidence.ts';
import { deal } from '../lab/testing/lab-of.ts';
import { ServedLab } from '../lab/testing/served.ts';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';
import { genrep, startGenrep } from './command.ts';
import { firstLine } from './first-line.ts';

/** Pages of a small care system: one of Skatteverket's test numbers, and one that could be somebody's. */
const PAGES: Readonly<Record<string, string>> = {
  '/': '<h1>Patientlista</h1><p>Tolvan Tolvansson 19121212-1212</p><input value="Triage">',
  '/unsafe': '<h1>Patientlista</h1><input value="18700101-9806">',
};

let browser: Browser;
let careSystem: Server;
let lab: ServedLab;
let pages: string;
let over: AbortController;

beforeAll(async () => {
  browser = await launchBrowser(findBrowser());
  careSystem = createServer(({ url = '' }, answer) =>
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[url] ?? ''),
  );
  await new Promise<void>((resolve) => careSystem.listen(0, '127.0.0.1', resolve));
  pages = `http://127.0.0.1:${(careSystem.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser?.close();
  careSystem?.close();
});
beforeEach(async () => {
  over = new AbortController();
  lab = await ServedLab.start(pages);
  await lab.participant();
  await deal(lab.lab, 0);
});
afterEach(async () => {
  over.abort();
  await lab.close();
});

const pictures = (): readonly LabPicture[] => lab.lab.state.pictures;
/** What was pictured of what happened, once there are so many. */
async function after(change: LabCard['change'], count: number): Promise<LabPicture | undefined> {
  await lab.lab.tell('f-1.1', change);
  await expect.poll(() => pictures().length, { timeout: 10_000 }).toBe(count);
  return pictures().at(-1);
}

it('keeps what the care system showed when something happened to a card, and nothing else', async () => {
  const contact = await LabContact.join(`${lab.address}/`, lab.code('plats-1'));
  const workstation = await Workstation.open({ contact, browser, hasWindow: false, onContact: () => {} });
  const following = workstation.follow(over.signal);

  const kept = await after('help', 1);
  const closed = await readFile(path.join(lab.folder, kept?.file ?? ''));
  const png = lab.secrets.unsealBytes('plats-1', closed) ?? Buffer.alloc(24);
  // Width and height: ISO/IEC 15948, 11.2.2.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1440, 900]);

  await workstation.page.goto(`${pages}unsafe`);
  expect(await after('not-shown', 2)).toMatchObject({ of: 'not-shown', withheld: 'unsafe' });

  await workstation.page.goto('data:text/html,<h1>Annat</h1>');
  expect(await after('help', 3)).toMatchObject({ withheld: 'elsewhere' });

  // The page in front is the one that somebody works in.
  const second = await workstation.page.context().newPage();
  await second.goto(pages);
  await second.bringToFront();
  expect((await after('stuck', 4))?.file).toBeDefined();

  await workstation.page.close();
  await second.close();
  await following;
  await contact.close();
});

it('finds its way back to a lab that was killed, and what happened meanwhile is kept once', async () => {
  const port = Number(new URL(lab.address).port);
  const contact = await LabContact.join(lab.address, lab.code('plats-1'));
  const contacts: boolean[] = [];
  const onContact = (isThere: boolean): void => void contacts.push(isThere);
  const workstation = await Workstation.open({ contact, browser, hasWindow: false, onContact });
  const following = workstation.follow(over.signal);
  await after('help', 1);
  await lab.close();
  await lab.lab.tell('f-1.1', 'help');
  await lab.serve(port);
  await expect.poll(() => pictures().length, { timeout: 10_000 }).toBe(2);
  await after('stuck', 3);
  expect(contacts).toEqual([false, true]);
  expect(new Set(pictures().map(({ happenedAt }) => happenedAt)).size).toBe(3);

  // The place is forgotten: the lab knows it no more, and is asked no more.
  await lab.secrets.forget(lab.code('plats-1'));
  await lab.lab.record({ type: 'lab-clock', change: 'continued' });
  await expect(following).rejects.toThrow('Platsen finns inte längre i labbet.');
  await workstation.page.context().close();
  await contact.close();
});

it('is a command, which says in one sentence where there is no lab and no such place', async () => {
  const { child, result } = startGenrep([
    ...['lab', 'workstation', lab.address, lab.code('plats-1'), '--headless', '--json'],
  ]);
  child.stdin.end();
  expect(JSON.parse(await firstLine(child.stdout, result))).toEqual({ seat: 'plats-1', pages });
  child.kill('SIGTERM');
  expect((await result).exitCode).toBe(0);

  const refused = await genrep(['lab', 'workstation', lab.address, 'AAAA', '--headless']);
  expect([refused.exitCode, refused.stderr]).toEqual([
    2,
    expect.stringContaining('Ingen plats i labbet har den koden.'),
  ]);
  if (process.platform === 'linux') {
    const unseen = { DISPLAY: '', WAYLAND_DISPLAY: '' };
    const { exitCode, stderr } = await genrep(['lab', 'workstation', lab.address, 'AAAA'], unseen);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Här finns ingen skärm')]);
  }
  const join = (address: string) => LabContact.join(address, 'AAAA');
  await expect(join('labbet')).rejects.toThrow('"labbet" är ingen adress till ett labb');
  await expect(join('http://127.0.0.1:9')).rejects.toThrow('Inget labb svarar på http://127.0.0.1:9.');
  await expect(join(pages)).rejects.toThrow('svarar något annat än ett labb');
});
