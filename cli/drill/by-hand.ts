import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Door } from '../../downtime/rehearsing.ts';

type Mode = Parameters<Door['set']>[0];

const ASKS: Readonly<Partial<Record<Mode, string>>> = {
  laboratory: 'Stäng av laboratoriets anslutning nu. Tryck Enter när den är borta. ',
  failover: 'Ta ner servern nu, utan att tömma den. Tryck Enter när den andra har tagit över. ',
  up: 'Slå på laboratoriets anslutning igen. Tryck Enter när den är tillbaka. ',
};

/** A door that people shut and open: Genrep says when, and waits for Enter. Who answers nothing at all is waited for no longer. */
export const byHand = (
  signal: AbortSignal,
  { input = process.stdin, output = process.stderr } = {},
): Door => ({
  async set(mode) {
    const ask = ASKS[mode];
    if (ask === undefined) return;
    const lines = createInterface({ input, output });
    try {
      await lines.question(ask, { signal });
    } finally {
      lines.close();
    }
  },
});
