import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';
import { startGenrep } from './command.ts';
import { instructionsIn } from './walk-through/instructions.ts';
import { readWalkThrough } from './walk-through/page.ts';
import { Reader } from './walk-through/reader.ts';

/** The page is what is played: what it says to press is pressed, and what it says that one sees is looked for. */

const PAGE = path.join(ROOT, 'docs/how-to/for-lab-staff.md');
const { commands, outputs, steps } = readWalkThrough(await readFile(PAGE, 'utf8'));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(findBrowser());
});
const opened: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of opened) close();
  await browser?.close();
});

/** What a command says, as the page has it: ports and passwords are others each time. */
const asOnPage = (line: string): string =>
  line.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:8420').replace(/^(\s*Lösenord för alla) \S+$/, '$1 …');

describe('the walk-through for laboratory staff', () => {
  it('is played in a browser as it stands', { timeout: 180_000 }, async () => {
    const [command = '', ...others] = commands;
    expect(others).toEqual([]);
    const [program, ...args] = command.trim().split(' ').slice(1);
    expect(program).toBe('genrep');
    const { child, result } = startGenrep([...args, '--port', '0']);
    opened.push(() => child.kill('SIGTERM'));
    const lines = createInterface({ input: child.stdout });
    const said: string[] = [];
    lines.on('line', (line) => said.push(line));
    const expected = (outputs[0] ?? '').trimEnd().split('\n');
    while (said.length < expected.length) await once(lines, 'line');
    expect(said.slice(0, expected.length).map(asOnPage)).toEqual(expected);
    const [, address = '', , password = ''] = said.map((line) => line.split(' ').at(-1));

    const page = await browser.newPage({ locale: 'sv-SE', reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    const reader = new Reader(page, { address, password });
    let stopped = false;
    for (const [index, step] of steps.entries()) {
      const instructions = instructionsIn(step);
      expect(instructions, step).not.toEqual([]);
      for (const instruction of instructions) {
        if (instruction.do === 'stop') {
          stopped = child.kill('SIGINT');
          continue;
        }
        await reader.follow(instruction).catch((error: Error) => {
          throw new Error(`Step ${index + 1}, ${JSON.stringify(instruction)}: ${error.message}`);
        });
      }
    }
    expect(stopped).toBe(true);
    expect((await result).exitCode).toBe(EXIT.pass);
  });
});
