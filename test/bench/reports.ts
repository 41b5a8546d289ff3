import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { journalOf } from '../../evidence/testing/journal.ts';
import { FLOWS } from '../../reports/testing/flows.ts';
import { eventsOf } from '../../reports/testing/synthetic.ts';
import { findBrowser, launchBrowser } from '../../systems/browser/browser.ts';
import { below, type Figure } from './figure.ts';

const [INSTANCES, STEPS, FAILURES, ATTACHMENTS] = [1_000, 12, 50, 20];

/** A thousand flows of twelve steps, fifty of which fail, twenty of these with a picture. */
function evidence(): EvidenceEvent[] {
  const [flow] = FLOWS;
  if (flow === undefined) throw new Error('There is no flow.');
  const [first] = flow.steps;
  const flows = Array.from({ length: 15 }, (_, index) => ({
    ...flow,
    id: `${flow.id}#${index + 1}`,
    name: `${flow.name} ${index + 1}`,
    steps: [...flow.steps, ...(first === undefined ? [] : [first])].slice(0, STEPS),
  }));
  const events = eventsOf({ instances: INSTANCES, flows, browserEvery: 20 });
  let attachments = 0;
  let failures = 0;
  return events.flatMap((event): EvidenceEvent[] => {
    if (
      event.type !== 'step-ended' ||
      event.step !== 4 ||
      failures >= FAILURES ||
      Number(event.instance.slice(2)) % 20 > 0
    )
      return [event];
    failures += 1;
    const failed = { ...event, verdict: 'fail' as const, expected: 'på listan', observed: 'tom lista' };
    if (attachments >= ATTACHMENTS) return [failed];
    attachments += 1;
    const file = `attachments/${event.instance}.png`;
    const { instance, step } = event;
    return [failed, { type: 'attachment', instance, step, title: 'Skärmbild', mediaType: 'image/png', file }];
  });
}

interface Made {
  readonly all: number;
  readonly allure: number;
  readonly memory: number;
}

/** In a process of its own, so that its memory is its own. */
const makeIn = (folder: string): Promise<Made> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'reports-process.ts'), [folder]);
    child.once('message', (made) => resolve(made as Made));
    child.once('exit', (code) => reject(new Error(`The reports were not made (exit code ${code}).`)));
  });

/** How long the reports of a large run take, and how long somebody waits for the page and its filter. */
export async function benchReports(): Promise<Figure[]> {
  const folder = await journalOf(evidence());
  await mkdir(path.join(folder, 'attachments'), { recursive: true });
  for (let index = 20; index <= INSTANCES; index += 20) {
    const name = `f-${String(index).padStart(4, '0')}.png`;
    await writeFile(path.join(folder, 'attachments', name), Buffer.alloc(60_000, index));
  }
  const { all, allure, memory } = await makeIn(folder);
  const page = await openAndFilter(path.join(folder, 'report', 'readiness.html'));
  return [
    below('reports of 1,000 flows of 12 steps, Allure results and all', all, 10, 's'),
    below('reports of 1,000 flows of 12 steps: memory', memory, 500, 'MB'),
    below('reports of 1,000 flows of 12 steps: Allure results', allure, 5, 's'),
    below('readiness page of 1,000 flows: opened and filtered', page, 1, 's'),
  ];
}

async function openAndFilter(file: string): Promise<number> {
  const browser = await launchBrowser(findBrowser());
  try {
    const page = await browser.newPage();
    const begun = performance.now();
    await page.goto(pathToFileURL(file).href);
    const flows = page.locator('#flows');
    await flows.getByRole('searchbox').fill('akuten finns-inte');
    await flows.locator('.shown', { hasText: /^0$/ }).waitFor();
    return (performance.now() - begun) / 1_000;
  } finally {
    await browser.close();
  }
}
