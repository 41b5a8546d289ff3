import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import type { DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { EvidenceEvent } from '../domain/evidence.ts';
import type { LabCard } from '../domain/lab-evidence.ts';
import type { Hands } from '../lab/testing/hands.ts';
import type { CommandResult } from './command.ts';
import { startGenrep } from './command.ts';

/** A lab that has begun, and what it told of itself. */
export interface OpenedLab {
  readonly child: ChildProcess;
  readonly result: Promise<CommandResult>;
  readonly address: string;
  readonly facilitator: string;
  readonly observer: string;
  /** Of the one who is alone. */
  readonly code: string;
  /** Where the care system's pages are, and everybody's password there. */
  readonly pages: string;
  readonly password: string;
}

interface LabSessionOptions {
  readonly browser: Browser;
  /** The run's folder. */
  readonly run: string;
  readonly day: { readonly plan: DayPlan; readonly flows: readonly CareFlow[] };
  readonly env?: Readonly<Record<string, string>>;
}

/** A lab as people play it: started as a program, in browsers, with the evidence to look into. */
export class LabSession {
  readonly #options: LabSessionOptions;
  /** Labs that were started, so that none outlives a test that failed. */
  readonly #started: ChildProcess[] = [];

  constructor(options: LabSessionOptions) {
    this.#options = options;
  }

  get run(): string {
    return this.#options.run;
  }

  end(): void {
    for (const child of this.#started) child.kill('SIGKILL');
  }

  async journal(): Promise<readonly EvidenceEvent[]> {
    const text = await readFile(path.join(this.run, 'evidence.ndjson'), 'utf8');
    return text
      .slice(0, text.lastIndexOf('\n'))
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { event: EvidenceEvent }).event]));
  }

  /** Starts the lab, or goes on with it, and waits until it says where it is. */
  async open(args: readonly string[]): Promise<OpenedLab> {
    const { child, result } = startGenrep(['lab', ...args], this.#options.env);
    this.#started.push(child);
    child.stdin.end();
    const said = Promise.withResolvers<string>();
    let heard = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
        if (heard.includes('Vårdsystemet finns')) said.resolve(heard);
      });
    void result.then(({ stderr }) => said.reject(new Error(`The lab ended: ${stderr}`)));
    const text = await said.promise;
    const after = (word: RegExp): string => word.exec(text)?.[1] ?? '';
    return {
      ...{ child, result, address: after(/öppet på (\S+)\. /) },
      ...{ facilitator: after(/Handledare +(\S+)/), observer: after(/Observatör +(\S+)/) },
      code: after(/Din kod +(\S+)/),
      ...{ pages: after(/Vårdsystemet finns på (\S+?)\.?\s/), password: after(/Lösenordet är (\S+)\./) },
    };
  }

  async enter(address: string, code: string, viewport = { width: 390, height: 844 }): Promise<Page> {
    const page = await (await this.#options.browser.newContext({ viewport })).newPage();
    await page.goto(`${address}/#${code}`);
    await press(page, 'Gå in');
    return page;
  }

  /** Does in the care system what a card says. */
  async doInPages(hands: Hands, card: string): Promise<void> {
    const { plan, flows } = this.#options.day;
    const { visit = '', step = 0 } = await this.#dealt(card);
    const planned = plan.flows.find(({ instance }) => instance === visit);
    const flow = flows.find(({ id }) => id === planned?.flow);
    const { activity, actor } = flow?.steps[step] ?? {};
    if (planned === undefined || actor === undefined || activity?.type !== 'task')
      throw new Error('No task.');
    const units = Object.fromEntries(
      Object.entries(planned.units).map(([kind, key]) => [kind, plan.units.find((unit) => unit.key === key)]),
    );
    const { patient } = planned;
    const context = {
      ...{ run: 'hands', instance: visit, patient, units, bound: new Map(), startedAt: Date.now() },
      ...{ actor, token: `hands.${visit}.${step + 1}` },
    };
    expect(await hands.do(activity, context)).toMatchObject({ status: 'done' });
    await hands.rest(context);
  }

  async #dealt(card: string): Promise<LabCard> {
    const dealt = (await this.journal()).find((event) => event.type === 'lab-card' && event.card === card);
    if (dealt?.type !== 'lab-card') throw new Error(`No such card: ${card}.`);
    return dealt;
  }
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

/** The card that is in a participant's hand. */
export const inHand = (page: Page): Promise<string> =>
  page.locator('article input[name="card"]').first().inputValue();

export async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
