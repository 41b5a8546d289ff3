import process from 'node:process';
import { askDeck } from '../../deck/ask-deck.ts';
import { loadDeck } from '../../deck/load-deck.ts';
import { ordinaryOrders } from '../../deck/ordinary-orders.ts';
import type { DeckWay } from '../../domain/deck-evidence.ts';
import { wallClock } from '../../flows/clock.ts';
import { readHistory } from '../../reports/history.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { openWays, sampleOf } from '../deck-ways.ts';
import { latestDeckRun } from '../earlier-decks.ts';
import { earlierRuns } from '../earlier-runs.ts';
import { prepareDay } from '../prepare-day.ts';
import { withProgressLine } from '../progress/progress-line.ts';
import { requireMeans } from '../require-means.ts';
import { newRun } from '../run-folder.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface DeckOptions {
  readonly system: string;
  readonly way: readonly DeckWay[];
  readonly pageCases: number;
  readonly ordinary: number;
  readonly day: string;
  readonly seed: number;
  readonly fault: readonly string[];
  readonly previous: readonly string[];
  readonly json?: true;
  readonly sign?: string;
  readonly out?: string;
  readonly replace?: true;
}

/** `genrep deck`: everything is read and checked before anything is asked; what was said is evidence. */
export async function runDeck(name: string, options: DeckOptions): Promise<void> {
  const { system, way: asked, seed, sign } = options;
  const ways = [...new Set(asked)];
  await requireMeans({ system, faults: options.fault, pages: ways.includes('page') ? 'asked-for' : 'none' });
  const deck = loadDeck(name);
  const { day, stage, plan, flows } = await prepareDay(options.day, { system, seed, uiShare: 0 });
  const today = new Date().toISOString().slice(0, 10);
  const ordinary = { day: day.title, questions: ordinaryOrders(plan, flows, options.ordinary, today) };
  const { id, folder } = await newRun(`deck-${deck.name}`, options);
  const frame = {
    ...{ id, folder, system, faults: options.fault, pageSnapshots: false },
    channels: new Set(ways.includes('page') ? (['api', 'ui'] as const) : (['api'] as const)),
    started: {
      command: 'deck',
      ...{ title: deck.title.sv, stage, flows: [], seed, planned: 0, speed: 1 },
      asked: askedFor([name], options),
    },
    ...(sign === undefined ? {} : { sign }),
  } as const;
  await withRun(frame, async (run) => {
    const opened = await openWays({ ways, run, units: day.units, seed });
    try {
      await withProgressLine<readonly [number, number], void>(
        `Frågar beslutsstödet: ${deck.cases.length} faror med sina tvillingar`,
        ([answered, all]) => `${answered} av ${all} svar`,
        (show) =>
          askDeck({
            ...{ deck, ways: opened, ordinary, inPages: sampleOf(deck, options.pageCases) },
            ...{ clock: wallClock(run.signal), signal: run.signal, sink: run.journal.sink },
            flush: run.journal.flush,
            progress: (answered, all) => show([answered, all]),
          }),
      );
    } finally {
      for (const one of opened) if ('close' in one) await one.close();
    }
  });
  const history = await readHistory(folder);
  const earlier =
    options.previous.length > 0
      ? await earlierRuns(options.previous, [history])
      : await latestDeckRun(history, folder);
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false, earlier });
}
