import type { DeckAnswered, DeckOpened, DeckWay } from '../domain/deck-evidence.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { Timekeeper } from '../domain/time.ts';
import type { Deck, DeckQuestion } from './deck.ts';
import { askedIn } from './told.ts';
import type { NoWay, Way } from './ways/way.ts';

/** What is asked, and by which ways. */
export interface Asking {
  readonly deck: Deck;
  readonly ways: readonly (Way | NoWay)[];
  /** The day's ordinary orders, of which none should be spoken of. */
  readonly ordinary: { readonly day: string; readonly questions: readonly DeckQuestion[] };
  /** Which cases are asked about in pages, where a question takes seconds. */
  readonly inPages: ReadonlySet<string>;
  readonly clock: Timekeeper;
  readonly signal: AbortSignal;
  readonly sink: EvidenceSink;
  /** Resolves when what was recorded is safe on the disk. */
  readonly flush: () => Promise<void>;
  /** Called after every answer, with how many there are to come in all. */
  readonly progress?: (answered: number, all: number) => void;
}

/** Asks every question by every way that there is, and records what was said; what it is worth is judged by reports. */
export async function askDeck({
  deck,
  ways,
  ordinary,
  inPages,
  clock,
  signal,
  sink,
  flush,
  progress = () => {},
}: Asking): Promise<void> {
  sink(opened(deck, ways, ordinary));
  const questionsFor = (way: DeckWay): readonly DeckQuestion[] =>
    way === 'page'
      ? deck.questions.filter((question) => inPages.has(question.case))
      : [...deck.questions, ...ordinary.questions];
  const there = ways.filter((way): way is Way => 'ask' in way);
  const all = there.reduce((sum, { way }) => sum + questionsFor(way).length, 0);
  let answered = 0;
  for (const way of there) {
    const waiting = [...questionsFor(way.way)];
    const ask = async (): Promise<void> => {
      for (let question = waiting.shift(); question !== undefined; question = waiting.shift()) {
        signal.throwIfAborted();
        const begun = clock.now();
        const said = await way.ask(question, async (intent) => {
          sink({ type: 'deck-asking', way: way.way, ...intent });
          await flush();
        });
        sink(answerOf(way.way, question, said, Math.max(0, clock.now() - begun)));
        answered += 1;
        progress(answered, all);
      }
    };
    await Promise.all(Array.from({ length: way.atOnce }, ask));
  }
}

const opened = (deck: Deck, ways: readonly (Way | NoWay)[], ordinary: Asking['ordinary']): DeckOpened => ({
  type: 'deck-opened',
  ...{ deck: deck.name, title: deck.title, hash: deck.hash, cases: deck.cases },
  ways: ways.map((way) => ({ way: way.way, ...('reason' in way ? { reason: way.reason } : {}) })),
  ordinary: { orders: ordinary.questions.length, day: ordinary.day },
});

const answerOf = (
  way: DeckWay,
  question: DeckQuestion,
  said: Awaited<ReturnType<Way['ask']>>,
  took: number,
): DeckAnswered => ({
  type: 'deck-answered',
  ...{ way, kind: question.kind, case: question.case, took },
  ...(question.kind === 'ordinary' ? { asked: askedIn(question) } : {}),
  ...(said.token === undefined ? {} : { token: said.token }),
  ...(said.reference === undefined ? {} : { reference: said.reference }),
  outcome: said.outcome,
  alerts: said.outcome === 'answered' ? said.alerts : [],
  ...(said.outcome === 'answered' ? {} : { reason: said.reason }),
});
