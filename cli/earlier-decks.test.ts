import { mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { DeckOpened, DeckWay } from '../domain/deck-evidence.ts';
import { journalOf, testClock } from '../evidence/testing/journal.ts';
import { runStarted } from '../evidence/testing/run.ts';
import { readHistory } from '../reports/history.ts';
import { latestDeckRun } from './earlier-decks.ts';

const opened = (deck: string, way: DeckWay): DeckOpened => ({
  ...{ type: 'deck-opened', deck, title: { sv: 'Prov', en: 'Test' }, hash: 'h', cases: [] },
  ...{ ways: [{ way }], ordinary: { orders: 0, day: 'en dag' } },
});

it('a deck is compared with the latest run of the same deck, system and ways that came to its end', async () => {
  const runs = await mkdtemp(path.join(tmpdir(), 'genrep-runs-'));
  let hour = 0;
  const put = async (run: string, deck: string, way: DeckWay, system: string, isCut = false) => {
    hour += 1;
    const made = await journalOf(
      [
        runStarted({
          run,
          command: 'deck',
          flows: [],
          system: { name: system, software: 'x', version: '1' },
        }),
        opened(deck, way),
        ...(isCut ? [] : [{ type: 'run-ended', interrupted: false } as const]),
      ],
      { now: testClock(Date.UTC(2026, 10, 23, hour)) },
    );
    const folder = path.join(runs, `${run}-deck-${deck}-aaaa`);
    await rename(made, folder);
    return folder;
  };
  await put('1', 'ordination', 'api', 'vart');
  await put('2', 'ordination', 'api', 'vart');
  await put('3', 'ordination', 'api', 'annat');
  await put('4', 'ordination', 'cds-hooks', 'vart');
  await put('5', 'barn', 'api', 'vart');
  await put('6', 'ordination', 'api', 'vart', true);
  const current = await put('7', 'ordination', 'api', 'vart');
  await put('8', 'ordination', 'api', 'vart');
  const found = await latestDeckRun(await readHistory(current), current);
  expect(found.map(({ started }) => started.run)).toEqual(['2']);
});
