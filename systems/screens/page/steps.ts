import type { Locator } from 'playwright';
import type { YamlPath } from '../../../input/yaml-source.ts';
import { SystemError } from '../../care-system.ts';
import type { Part, Step } from '../screens.ts';
import { filledIn } from '../values.ts';
import { type InPage, lineOf, textFor } from './in-page.ts';
import { firstShown, partOn } from './part.ts';
import { settled } from './settled.ts';

/** The client says that it knows nobody with the patient's number. */
export class PatientMissing extends Error {
  constructor() {
    super('Systemet känner ingen person med patientens nummer.');
    this.name = 'PatientMissing';
  }
}

/**
 * Does some steps in a page, one after another.
 * @param part of the steps: from which, and before which
 */
export async function walk(
  at: InPage,
  steps: readonly Step[],
  path: YamlPath,
  { from = 0, to = steps.length }: { readonly from?: number; readonly to?: number } = {},
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (index >= from && index < to) await take(at, step, [...path, index]);
  }
}

async function take(at: InPage, step: Step, path: YamlPath): Promise<void> {
  const { go, find, click, send, fill, choose, check, uncheck, press, see } = step;
  if (go !== undefined) return goTo(at, go, [...path, 'go']);
  if (find !== undefined) return findPatient(at);
  if (click !== undefined) return use(at, click, [...path, 'click'], (part, options) => part.click(options));
  if (send !== undefined) return use(at, send, [...path, 'send'], (part, options) => part.click(options));
  if (fill !== undefined) {
    const text = textFor(at, fill.with, [...path, 'fill', 'with']);
    return use(at, fill, [...path, 'fill'], (part, options) => part.fill(text, options));
  }
  if (choose !== undefined) return chooseOption(at, choose, [...path, 'choose']);
  if (check !== undefined) return use(at, check, [...path, 'check'], (part, options) => part.check(options));
  if (uncheck !== undefined) {
    return use(at, uncheck, [...path, 'uncheck'], (part, options) => part.uncheck(options));
  }
  if (press !== undefined) {
    return use(at, press, [...path, 'press'], (part, options) => part.press(press.key, options));
  }
  if (see !== undefined) await partOn(at, see, [...path, 'see'], at.patience.answered);
}

/** To an address within the client; nothing of a value can lead elsewhere. */
async function goTo(at: InPage, go: string, path: YamlPath): Promise<void> {
  const way = filledIn(go, (name) => encodeURIComponent(textFor(at, `{${name}}`, path))).slice(1);
  const base = at.address.endsWith('/') ? at.address : `${at.address}/`;
  await settled(at, `när ${go} öppnades (${lineOf(at, path)})`, () =>
    at.page.goto(new URL(way === '' ? base : `./${way}`, base).href, { timeout: at.patience.answered }),
  );
}

/** What is there is used; a press that leads to another page is over when the server has answered. */
async function use(
  at: InPage,
  part: Part,
  path: YamlPath,
  act: (part: Locator, options: { readonly timeout: number }) => Promise<unknown>,
): Promise<void> {
  const located = await partOn(at, part, path);
  const name = textFor(at, part.name ?? part.label ?? part.text ?? part.role ?? '', path);
  await settled(at, `när ”${name}” användes (${lineOf(at, path)})`, () =>
    act(located, { timeout: at.patience.answered }),
  );
}

/** Chooses in a list of the browser's, or in one that opens. */
async function chooseOption(
  at: InPage,
  choose: Part & { readonly option: string },
  path: YamlPath,
): Promise<void> {
  const list = await partOn(at, choose, path);
  const option = textFor(at, choose.option, [...path, 'option']);
  const isSelect = (await list.evaluate(({ tagName }: { readonly tagName: string }) => tagName)) === 'SELECT';
  if (!isSelect) {
    await use(at, choose, path, (part, options) => part.click(options));
    return use(at, { role: 'option', name: option }, path, (part, options) => part.click(options));
  }
  const options = (await list.getByRole('option').allTextContents()).map((each) => each.trim());
  if (!options.includes(option)) {
    const name = textFor(at, choose.name ?? choose.label ?? '', path);
    throw new SystemError(
      'broken-answer',
      `${lineOf(at, [...path, 'option'])}: Listan ”${name}” har inget val ”${option}”. Där finns ${options.map((each) => `”${each}”`).join(', ') || 'inget att välja'}.`,
    );
  }
  await settled(at, `när ”${option}” valdes (${lineOf(at, path)})`, () =>
    list.selectOption({ label: option }, { timeout: at.patience.answered }),
  );
}

/** Goes to the patient, and sees to it that it is this one. */
export async function findPatient(at: InPage): Promise<void> {
  const { find, found, missing } = at.written.screens.patient;
  await walk(at, find, ['patient', 'find']);
  const parts = {
    found: { part: found, path: ['patient', 'found'] },
    missing: { part: missing, path: ['patient', 'missing'] },
  };
  const shown = await firstShown(at, parts, at.patience.answered);
  if (shown === 'missing') throw new PatientMissing();
  if (shown === undefined) await partOn(at, found, parts.found.path, 0);
}
