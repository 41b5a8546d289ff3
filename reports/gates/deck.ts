import { type Verdict, worst } from '../../domain/verdict.ts';
import { type Bilingual, both, number, percent } from '../../pages/bilingual.ts';
import {
  type CaseResult,
  type DeckResult,
  FOUND,
  type HarmSaid,
  harmOf,
  measureDeck,
  twinOf,
} from '../deck/measure-deck.ts';
import type { Estimated } from '../lab/intervals.ts';
import type { Summary } from '../verdicts.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateFinding, type GateStrategy } from './gate.ts';
import { shown } from './lab.ts';

/** Closed by asking decision support. */
const byADeck: Closing = {
  look: act(
    'Ställ kontrollfrågorna till beslutsstödet.',
    'Ask decision support the questions with known answers.',
    'npx genrep deck',
  ),
  mend: act(
    'Ändra reglerna eller styrkan, eller fallet om det är fel, och fråga igen.',
    'Change the rules or their strength, or the case where it is wrong, and ask again.',
    'npx genrep deck',
  ),
};

/** How many cases a reason names; the page has them all. */
const NAMED = 5;

const NOBODY_ASKED = both(
  'Beslutsstödet har inte svarat på kontrollfrågorna.',
  'Decision support has not answered the questions.',
);

const NO_ORDINARY = both('Ingen vanlig ordination kunde frågas.', 'No ordinary order could be asked about.');

function notAsked(limit: Bilingual, why = NOBODY_ASKED): GateFinding {
  return {
    verdict: 'not-covered',
    limit,
    measured: both('inte frågat', 'not asked'),
    reasons: [because('not-covered', why)],
  };
}

/** What a gate says of the deck that was asked, or that none was. */
function ofDeck({ runs }: Summary, limit: Bilingual, judge: (deck: DeckResult) => GateFinding): GateFinding {
  const deck = measureDeck(runs);
  return deck === undefined ? notAsked(limit) : judge(deck);
}

const named = (cases: readonly CaseResult[]): Bilingual => {
  const more = cases.length - NAMED;
  const some = cases.slice(0, NAMED);
  return both(
    some.map(({ facts }) => facts.sv).join('; ') + (more > 0 ? `; och ${more} till` : ''),
    some.map(({ facts }) => facts.en).join('; ') + (more > 0 ? `; and ${more} more` : ''),
  );
};

/**
 * At least this share of the harms of these classes was found. The deck is a list of harms and not a sample of them, so that
 * the share itself is judged and the interval is told beside it. A harm that could not be asked about leaves the gate open.
 */
export const deckSensitivity: GateStrategy<'deck-sensitivity'> = {
  from: ['deck'],
  closing: () => byADeck,
  judge({ classes, atLeast }, summary) {
    const [least, which] = [percent(atLeast), classes.join(', ')];
    const limit = both(
      `minst ${least.sv} av farorna i klass ${which} hittade`,
      `at least ${least.en} of the harms of class ${which} found`,
    );
    return ofDeck(summary, limit, ({ cases }) => {
      const own = cases.filter(({ facts }) => classes.includes(facts.class));
      const said = (...wanted: readonly HarmSaid[]) => own.filter((one) => wanted.includes(harmOf(one)));
      const found = own.filter((one) => FOUND.has(harmOf(one)));
      const missed = said('missed', 'otherwise');
      const asked = found.length + missed.length;
      const enough = asked === 0 || found.length / asked >= atLeast;
      const against = [
        { verdict: 'fail', what: both('Hittades inte', 'Not found'), of: enough ? [] : missed },
        {
          verdict: 'error',
          what: both('Svarade inte som det ska', 'Did not answer as it should'),
          of: said('error'),
        },
        { verdict: 'unknown', what: both('Går inte att säga', 'Cannot be told'), of: said('unknown') },
        {
          verdict: 'not-covered',
          what: both('Kunde inte frågas', 'Could not be asked'),
          of: said('not-covered'),
        },
      ] as const;
      const reasons = against
        .filter(({ of }) => of.length > 0)
        .map(({ verdict, what, of }) => reasonOf(verdict, what, of));
      const measured = both(`${found.length} av ${asked}`, `${found.length} of ${asked}`);
      if (own.length === 0)
        return { verdict: 'not-covered', limit, measured, reasons: [because('not-covered', NO_CASES)] };
      const verdict = worst(['pass', ...reasons.map((reason) => reason.verdict)]);
      return { verdict, limit, measured, reasons };
    });
  },
};

const NO_CASES = both('Samlingen har ingen fara i klassen.', 'The deck has no harm of the class.');

const reasonOf = (verdict: Verdict, what: Bilingual, cases: readonly CaseResult[]) => {
  const { sv, en } = named(cases);
  return because(verdict, both(`${what.sv}: ${sv}.`, `${what.en}: ${en}.`));
};

/** Of the harms that were found, at least this share was spoken of as strongly as the deck expects. */
export const deckStrength: GateStrategy<'deck-strength'> = {
  from: ['deck'],
  closing: () => byADeck,
  judge({ atLeast }, summary) {
    const least = percent(atLeast);
    const limit = both(`minst ${least.sv} med rätt styrka`, `at least ${least.en} of the right strength`);
    return ofDeck(summary, limit, ({ all, cases }) => {
      const wrong = cases.filter((one) => ['weaker', 'stronger'].includes(harmOf(one)));
      return judged(
        all.strength,
        limit,
        (value) => value >= atLeast,
        both('Fel styrka', 'Wrong strength'),
        wrong,
      );
    });
  },
};

/** Decision support spoke of at most so many of the harmless twins. */
export const deckTwins: GateStrategy<'deck-twins'> = {
  from: ['deck'],
  closing: () => byADeck,
  judge({ atMost }, summary) {
    const limit = both(
      `högst ${atMost} ofarliga tvillingar störda`,
      `at most ${atMost} harmless twins disturbed`,
    );
    return ofDeck(summary, limit, ({ all, cases }) => {
      const alarmed = cases.filter((one) => twinOf(one) === 'alarmed');
      const holds = () => alarmed.length <= atMost;
      return judged(
        all.twinsAlarmed,
        limit,
        holds,
        both('Larm om det ofarliga', 'Alarms at the harmless'),
        alarmed,
      );
    });
  },
};

/** At least this share of what interrupts somebody is about a harm, in the deck's and the day's orders together. */
export const deckPpv: GateStrategy<'deck-ppv'> = {
  from: ['deck'],
  closing: () => byADeck,
  judge({ atLeast }, summary) {
    const least = percent(atLeast);
    const limit = both(
      `minst ${least.sv} av varningarna befogade`,
      `at least ${least.en} of the alerts justified`,
    );
    return ofDeck(summary, limit, ({ all, cases }) => {
      const alarmed = cases.filter((one) => twinOf(one) === 'alarmed');
      const what = both('Obefogade varningar', 'Alerts that were not justified');
      return judged(all.ppv, limit, (value) => value >= atLeast, what, alarmed);
    });
  },
};

/** At most this share of the day's ordinary orders is interrupted; they are a sample, and the whole interval must keep within. */
export const deckNuisance: GateStrategy<'deck-nuisance'> = {
  from: ['deck'],
  closing: () => byADeck,
  judge({ atMost }, summary) {
    const most = number(Math.round(atMost * 1_000) / 10);
    const limit = both(
      `högst ${most.sv} av 100 vanliga ordinationer störda`,
      `at most ${most.en} of 100 ordinary orders interrupted`,
    );
    return ofDeck(summary, limit, ({ all: { nuisance }, interrupted }) => {
      if (nuisance === undefined) return notAsked(limit, NO_ORDINARY);
      const { low, high } = nuisance;
      const verdict: Verdict = low > atMost ? 'fail' : high <= atMost ? 'pass' : 'unknown';
      const measured = shown(nuisance, 'share');
      const first = interrupted[0];
      const text =
        verdict === 'unknown' && first === undefined
          ? both(
              'För få vanliga ordinationer för att säga det; fråga fler (--ordinary).',
              'Too few ordinary orders to tell; ask more (--ordinary).',
            )
          : both(
              `Stördes: ${interrupted.length} av ${nuisance.n}, till exempel ${first?.asked ?? ''}.`,
              `Interrupted: ${interrupted.length} of ${nuisance.n}, such as ${first?.asked ?? ''}.`,
            );
      return { verdict, limit, measured, reasons: verdict === 'pass' ? [] : [because(verdict, text)] };
    });
  },
};

/** A share that is judged as it is, with its interval told beside it. */
function judged(
  figure: Estimated | undefined,
  limit: Bilingual,
  holds: (value: number) => boolean,
  what: Bilingual,
  cases: readonly CaseResult[],
): GateFinding {
  if (figure === undefined) return notAsked(limit);
  const verdict: Verdict = holds(figure.value) ? 'pass' : 'fail';
  return {
    ...{ verdict, limit, measured: shown(figure, 'share') },
    reasons: verdict === 'pass' ? [] : [reasonOf('fail', what, cases)],
  };
}
