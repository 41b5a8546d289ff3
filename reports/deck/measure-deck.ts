import type {
  Alert,
  DeckAnswered,
  DeckCaseFacts,
  DeckOpened,
  DeckWay,
  Strength,
} from '../../domain/deck-evidence.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { worst } from '../../domain/verdict.ts';
import type { RunHistory } from '../history.ts';
import { type Estimated, shareOf } from '../lab/intervals.ts';

/** What came of a harm: it was spoken of as strongly as expected, otherwise, for another reason, or not at all. */
export type HarmSaid =
  | 'right'
  | 'weaker'
  | 'stronger'
  | 'untold'
  | 'otherwise'
  | 'missed'
  | 'not-covered'
  | 'unknown'
  | 'error';
/** What came of what is harmless. */
export type HarmlessSaid = 'quiet' | 'alarmed' | 'not-covered' | 'unknown' | 'error';

/** What was said of one half of a case, by one way. */
export interface Heard<S> {
  readonly way: DeckWay;
  readonly said: S;
  /** What interrupts, of what was said. */
  readonly alerts: readonly Alert[];
  readonly reason?: string;
}

/** A case with what was said of it. */
export interface CaseResult {
  readonly facts: DeckCaseFacts;
  readonly harm: readonly Heard<HarmSaid>[];
  readonly twin: readonly Heard<HarmlessSaid>[];
  readonly verdict: Verdict;
}

/** What one way, or all of them together, came to. */
interface DeckFigures {
  /** Harms that were found, of those that could be asked about. */
  readonly sensitivity: Estimated | undefined;
  /** Of the harms that were found, those spoken of as strongly as expected. */
  readonly strength: Estimated | undefined;
  /** Twins that were spoken of, of those that could be asked about. */
  readonly twinsAlarmed: Estimated | undefined;
  /** Ordinary orders that were interrupted. */
  readonly nuisance: Estimated | undefined;
  /** How many alerts there were on them; one order may have several. */
  readonly nuisanceAlerts: number;
  /** Of all alerts, those that were about a harm that was asked about. */
  readonly ppv: Estimated | undefined;
}

/** An ordinary order that was interrupted. */
interface Interrupted {
  readonly way: DeckWay;
  readonly asked: string;
  readonly alerts: readonly Alert[];
}

export interface WayResult extends DeckFigures {
  readonly way: DeckWay;
  /** Why it was not asked at all. */
  readonly reason?: string;
  readonly questions: number;
  readonly notCovered: number;
  /** Of which it cannot be told what was said, with the first reason. */
  readonly unknown: number;
  readonly why?: string;
}

/** What a deck of known answers came to. */
export interface DeckResult {
  readonly opened: Omit<DeckOpened, 'type' | 'cases'>;
  readonly cases: readonly CaseResult[];
  readonly ways: readonly WayResult[];
  readonly interrupted: readonly Interrupted[];
  /** Of all ways together. */
  readonly all: DeckFigures;
}

/** The deck that was asked last among some runs; nothing of runs in which none was. */
export function measureDeck(runs: readonly RunHistory[]): DeckResult | undefined {
  const deck = runs.findLast((run) => run.deck !== undefined)?.deck;
  if (deck === undefined) return undefined;
  const { type: _, cases: facts, ...opened } = deck.opened;
  const cases = facts.map((each) => caseResult(each, deck.answered));
  const ordinary = deck.answered.filter(({ kind }) => kind === 'ordinary');
  const figures = (answers: readonly DeckAnswered[], of: (heard: { readonly way: DeckWay }) => boolean) =>
    figuresOf(
      cases.map(({ harm, twin, ...rest }) => ({ ...rest, harm: harm.filter(of), twin: twin.filter(of) })),
      answers,
    );
  return {
    opened,
    cases,
    all: figures(ordinary, () => true),
    ways: opened.ways.map(({ way, reason }) => {
      const isOwn = (each: { readonly way: DeckWay }) => each.way === way;
      const own = deck.answered.filter(isOwn);
      const unanswered = own.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error');
      const why = unanswered[0]?.reason;
      return {
        ...{ way, questions: own.length },
        ...(reason === undefined ? {} : { reason }),
        notCovered: own.filter(({ outcome }) => outcome === 'not-covered').length,
        unknown: unanswered.length,
        ...(why === undefined ? {} : { why }),
        ...figures(ordinary.filter(isOwn), isOwn),
      };
    }),
    interrupted: ordinary.flatMap(({ way, asked = '', alerts }) => {
      const interrupting = alerts.filter(interrupts);
      return interrupting.length === 0 ? [] : [{ way, asked, alerts: interrupting }];
    }),
  };
}

/** What stops or warns is in somebody's way; what only tells is not. A way that does not tell how strong has somebody's eye. */
const interrupts = ({ strength }: Alert): boolean => strength !== 'info';

function caseResult(facts: DeckCaseFacts, answers: readonly DeckAnswered[]): CaseResult {
  const own = answers.filter((answer) => answer.case === facts.id);
  const harm = own
    .filter(({ kind }) => kind === 'harm')
    .map((answer) => heard(answer, (alerts) => harmSaid(facts, alerts)));
  const twin = own
    .filter(({ kind }) => kind === 'twin')
    .map((answer) =>
      heard(answer, (alerts) => (alerts.length === 0 ? ('quiet' as const) : ('alarmed' as const))),
    );
  // A half that nobody could ask about leaves the case open; where one way broke, no other makes up for it.
  const broke = [...harm, ...twin].some(({ said }) => said === 'error');
  const verdict = broke ? 'error' : worst([VERDICTS[harmOf({ harm })], VERDICTS[twinOf({ twin })]]);
  return { facts, harm, twin, verdict };
}

function heard<S extends string>(
  { way, outcome, alerts, reason }: DeckAnswered,
  judge: (alerts: readonly Alert[]) => S,
): Heard<S | 'not-covered' | 'unknown' | 'error'> {
  const interrupting = alerts.filter(interrupts);
  return {
    way,
    said: outcome === 'answered' ? judge(interrupting) : outcome,
    alerts: interrupting,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Only what is said for the right reason counts: a word of the case stands in it. */
const isAbout = ({ says }: Pick<DeckCaseFacts, 'says'>, { text }: Alert): boolean => {
  const said = text.toLowerCase();
  return says.some((word) => said.includes(word));
};

function harmSaid(facts: DeckCaseFacts, alerts: readonly Alert[]): HarmSaid {
  const about = alerts.filter((alert) => isAbout(facts, alert));
  if (about.length === 0) return alerts.length === 0 ? 'missed' : 'otherwise';
  const strengths: readonly (Strength | undefined)[] = about.map(({ strength }) => strength);
  const strongest = strengths.includes('stop') ? 'stop' : strengths.includes('warn') ? 'warn' : undefined;
  if (strongest === undefined) return 'untold';
  if (strongest === facts.expect) return 'right';
  return strongest === 'stop' ? 'stronger' : 'weaker';
}

/** Harms that were found, however strongly. */
export const FOUND: ReadonlySet<HarmSaid> = new Set(['right', 'weaker', 'stronger', 'untold']);

const VERDICTS: Readonly<Record<HarmSaid | HarmlessSaid, Verdict>> = {
  right: 'pass',
  untold: 'pass',
  quiet: 'pass',
  weaker: 'fail',
  stronger: 'fail',
  otherwise: 'fail',
  missed: 'fail',
  alarmed: 'fail',
  unknown: 'unknown',
  error: 'error',
  'not-covered': 'not-covered',
};

/**
 * What a case came to where several ways were asked: a harm is found when every way that could be asked found it, and a twin
 * was spoken of when one way did. The unit of every interval is the case, never the answer: two ways over the same rules are
 * not twice as much evidence.
 */
export const harmOf = ({ harm }: Pick<CaseResult, 'harm'>): HarmSaid => {
  const asked: readonly HarmSaid[] = harm.map(({ said }) => said);
  return HARM_ORDER.find((said) => asked.includes(said)) ?? 'not-covered';
};

const HARM_ORDER: readonly HarmSaid[] = [
  'missed',
  'otherwise',
  'error',
  'unknown',
  'weaker',
  'stronger',
  'right',
  'untold',
];

export const twinOf = ({ twin }: Pick<CaseResult, 'twin'>): HarmlessSaid => {
  const asked = twin.map(({ said }) => said);
  return (
    (['alarmed', 'error', 'unknown', 'quiet'] as const).find((said) => asked.includes(said)) ?? 'not-covered'
  );
};

/**
 * Shares with their 95 % Wilson score intervals (`reports/lab/intervals.ts`: Wilson 1927; Brown, Cai and DasGupta 2001). Of a
 * deck, which is a list and no sample, the interval says how far the figure can be carried to harms like these that nobody
 * asked about. Ordinary orders are drawn from the day, each counted once however many alerts it has, since two alerts on one
 * order do not come independently. The predictive value is that of this mix of harms, twins and ordinary orders; where harm is
 * rarer it is lower.
 */
function figuresOf(
  cases: readonly Pick<CaseResult, 'facts' | 'harm' | 'twin'>[],
  ordinary: readonly DeckAnswered[],
): DeckFigures {
  const harms = cases
    .map(harmOf)
    .filter((said) => said !== 'not-covered' && said !== 'unknown' && said !== 'error');
  const found = harms.filter((said) => FOUND.has(said));
  const told = found.filter((said) => said !== 'untold');
  const twins = cases.map(twinOf).filter((said) => said === 'quiet' || said === 'alarmed');
  const orders = ordinary.filter(({ outcome }) => outcome === 'answered');
  const byOrder = [...Map.groupBy(orders, (order) => order.case).values()].map((answers) =>
    answers
      .map(({ alerts }) => alerts.filter(interrupts).length)
      .reduce((most, count) => Math.max(most, count), 0),
  );
  const nuisanceAlerts = byOrder.reduce((sum, count) => sum + count, 0);
  const isTrue = cases.flatMap(({ facts, harm }) =>
    mostOf(harm).alerts.map((alert) => isAbout(facts, alert)),
  );
  const onTwins = cases.reduce((sum, { twin }) => sum + mostOf(twin).alerts.length, 0);
  const right = isTrue.filter(Boolean).length;
  return {
    sensitivity: shareOf(found.length, harms.length),
    strength: shareOf(told.filter((said) => said === 'right').length, told.length),
    twinsAlarmed: shareOf(twins.filter((said) => said === 'alarmed').length, twins.length),
    nuisance: shareOf(byOrder.filter((count) => count > 0).length, byOrder.length),
    nuisanceAlerts,
    ppv: shareOf(right, isTrue.length + onTwins + nuisanceAlerts),
  };
}

/** The way that said most: the same alert, heard by two ways, is one alert. */
const mostOf = (heard: readonly Heard<string>[]): { readonly alerts: readonly Alert[] } =>
  heard.reduce<{ readonly alerts: readonly Alert[] }>(
    (most, one) => (one.alerts.length > most.alerts.length ? one : most),
    { alerts: [] },
  );
