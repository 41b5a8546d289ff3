import { worst } from '../../domain/verdict.ts';
import { type Bilingual, both, percent } from '../../pages/bilingual.ts';
import { type AccessResult, type CellResult, measureAccess } from '../access/measure-access.ts';
import { WHATS } from '../access/words.ts';
import type { Summary } from '../verdicts.ts';
import { act } from './closing.ts';
import { because, type Closing, type GateFinding, type GateStrategy, type Reason } from './gate.ts';

/** Closed by trying who may see and do what. */
const byTrying: Closing = {
  look: act(
    'Pröva vem som får se och göra vad.',
    'Try who may see and do what.',
    'npx genrep access --strength all',
  ),
  mend: act(
    'Ändra behörigheten eller loggen, eller regeln om den är fel, och pröva igen.',
    'Change the authority or the log, or the rule where it is wrong, and try again.',
    'npx genrep access --strength all',
  ),
};

/** How many cells a reason names; the page has them all. */
const NAMED = 5;

const NOBODY_TRIED = both('Ingen har prövat vem som får se vad.', 'Nobody has tried who may see what.');

function ofMatrix(
  { runs }: Summary,
  limit: Bilingual,
  judge: (access: AccessResult) => Omit<GateFinding, 'limit' | 'verdict'>,
): GateFinding {
  const access = measureAccess(runs);
  if (access === undefined) {
    const reasons = [because('not-covered', NOBODY_TRIED)];
    return { verdict: 'not-covered', limit, measured: both('inte prövat', 'not tried'), reasons };
  }
  const found = judge(access);
  return { limit, verdict: worst(['pass', ...found.reasons.map(({ verdict }) => verdict)]), ...found };
}

function named(cells: readonly CellResult[], { opened }: AccessResult, what: Bilingual): Bilingual {
  const names = new Map(opened.standings.map((standing) => [standing.id, standing]));
  const told = (language: 'sv' | 'en') =>
    cells
      .slice(0, NAMED)
      .map(({ cell }) => `${names.get(cell.who)?.[language] ?? cell.who}: ${WHATS[cell.what][language]}`)
      .join('; ');
  const more = cells.length - NAMED;
  return both(
    `${what.sv}: ${told('sv')}${more > 0 ? `; och ${more} till` : ''}.`,
    `${what.en}: ${told('en')}${more > 0 ? `; and ${more} more` : ''}.`,
  );
}

/**
 * At most so many cells of the matrix are wrong, either way, and every relation holds that must whatever the rules are; what
 * could not be tried leaves the gate open.
 */
export const accessMatrix: GateStrategy<'access-matrix'> = {
  from: ['access'],
  closing: () => byTrying,
  judge({ atMost }, summary) {
    const limit = both(`högst ${atMost} rutor fel`, `at most ${atMost} cells wrong`);
    return ofMatrix(summary, limit, (access) => {
      const { shown, refused, open, counts, relations } = access;
      const wrong = shown.length + refused.length;
      const many = wrong > atMost;
      const unlike = relations.filter(({ verdict }) => verdict === 'fail');
      const reasons: Reason[] = [
        ...(many && shown.length > 0
          ? [because('fail', named(shown, access, both('Fick, men får inte', 'Let, but must not be')))]
          : []),
        ...(many && refused.length > 0
          ? [because('fail', named(refused, access, both('Nekades, men ska få', 'Refused, but must be let')))]
          : []),
        ...unlike.map(({ sv, en, observed = '' }) =>
          because('fail', both(`${sv}: ${observed}`, `${en}: ${observed}`)),
        ),
        ...(counts.error > 0 ? [because('error', BROKEN)] : []),
        ...(counts['not-covered'] > 0
          ? [
              because(
                'not-covered',
                both(`Kunde inte prövas: ${open[0]?.observed}`, `Could not be tried: ${open[0]?.observed}`),
              ),
            ]
          : []),
      ];
      const measured = both(
        `${wrong} fel av ${access.opened.cells.tried} rutor`,
        `${wrong} wrong of ${access.opened.cells.tried} cells`,
      );
      return { measured, reasons };
    });
  },
};

const BROKEN = both(
  'Systemet svarade med fel på en del av frågorna.',
  'The system answered some questions with errors.',
);

/** At least this share of what was done stands in the log, as much of the log is explained, and planted snooping is found. */
export const accessLog: GateStrategy<'access-log'> = {
  from: ['access'],
  closing: () => byTrying,
  judge({ atLeast }, summary) {
    const least = percent(atLeast);
    const limit = both(
      `minst ${least.sv} av åtkomsterna i loggen`,
      `at least ${least.en} of the accesses in the log`,
    );
    return ofMatrix(summary, limit, ({ log, followUps }) => {
      if (log === undefined || log.reason !== undefined || log.done === 0) {
        const why = log?.reason ?? 'Ingen åtkomst gjordes.';
        return {
          measured: both('inte prövat', 'not tried'),
          reasons: [because('not-covered', both(why, why))],
        };
      }
      const [example = ''] = log.examples;
      const short =
        log.found / log.done < atLeast || (log.entries > 0 && log.explained / log.entries < atLeast);
      const missed = followUps.filter(({ verdict }) => verdict !== 'pass');
      const reasons: Reason[] = [
        ...(short
          ? [because('fail', both(`Loggen stämmer inte: ${example}.`, `The log does not agree: ${example}.`))]
          : []),
        ...missed.map(({ sv, en, verdict, reason }) =>
          because(
            verdict,
            both(
              `Loggkontrollen hittade inte det som planterats: ${reason ?? sv}.`,
              `The follow-up of the log did not find what was planted: ${reason ?? en}.`,
            ),
          ),
        ),
      ];
      const measured = both(
        `${log.found} av ${log.done} återfunna, ${log.explained} av ${log.entries} förklarade`,
        `${log.found} of ${log.done} found, ${log.explained} of ${log.entries} explained`,
      );
      return { measured, reasons };
    });
  },
};
