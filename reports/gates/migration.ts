import type { Verdict } from '../../domain/verdict.ts';
import { worst } from '../../domain/verdict.ts';
import { type Bilingual, both, number } from '../../pages/bilingual.ts';
import { neededFor } from '../migration/acceptance.ts';
import { differencesOf, type MigrationResult, measureMigration } from '../migration/measure-migration.ts';
import { act } from './closing.ts';
import {
  because,
  type Closing,
  type GateFinding,
  type GateStrategy,
  notChosen,
  type Reason,
} from './gate.ts';

/** Closed by comparing source and target. */
const byComparing: Closing = {
  look: act(
    'Stäm av det nya systemet mot källan.',
    'Hold the new system against the source.',
    'npx genrep migration KÄLLA --system PROFIL',
  ),
  mend: act(
    'Rätta migreringen och stäm av igen; en avsedd ändring sägs i avbildningen.',
    'Mend the migration and compare again; a change that is meant is said in the mapping.',
    'npx genrep migration KÄLLA --system PROFIL --mapping FIL',
  ),
};

const byEyes: Closing = {
  look: act(
    'Låt människor bedöma stickprovet på skärmarna och lämna listan.',
    'Have people judge the sample on the screens, and hand the list in.',
    'npx genrep migration KÄLLA --system PROFIL --judged stickprov.csv',
  ),
  mend: byComparing.mend,
};

const nothing = (limit: Bilingual, text: Bilingual): GateFinding => ({
  verdict: 'not-covered',
  limit,
  measured: both('inte avstämt', 'not compared'),
  reasons: [notChosen(text)],
});

const NOT_COMPARED = both('Ingen migrering är avstämd.', 'No migration has been compared.');

/** How many kinds of finding a reason names; the page has them all. */
const NAMED = 5;

/**
 * At most so many differences of these classes, of all records of all people. A kind of record of which nothing was seen to
 * arrive, and a comparison of some of the people only, leave the gate open.
 */
export const migrationFindings: GateStrategy<'migration-findings'> = {
  from: ['migration'],
  closing: () => byComparing,
  judge({ classes, atMost }, { runs }) {
    const which = classes.join(', ');
    const limit = both(
      `högst ${number(atMost).sv} skillnader i klass ${which}, alla personer avstämda`,
      `at most ${number(atMost).en} differences of class ${which}, all people compared`,
    );
    const result = measureMigration(runs);
    if (result === undefined) return nothing(limit, NOT_COMPARED);
    const count = differencesOf(result, classes);
    const own = result.found.filter((one) => classes.includes(one.class));
    const told = (language: 'sv' | 'en') =>
      own
        .slice(0, NAMED)
        .map(({ facts, count: each }) => `${facts[language]} (${number(each)[language]})`)
        .join('; ');
    const reasons: Reason[] = [
      ...(count > atMost ? [because('fail', both(`${told('sv')}.`, `${told('en')}.`))] : []),
      ...uncovered(result, classes),
    ];
    const verdict: Verdict = worst(['pass', ...reasons.map((reason) => reason.verdict)]);
    return {
      verdict,
      limit,
      measured: both(`${number(count).sv} skillnader`, `${number(count).en} differences`),
      reasons,
    };
  },
};

function uncovered({ opened, records }: MigrationResult, classes: readonly number[]): Reason[] {
  const { source, compared } = opened.people;
  const open = records.filter((one) => classes.includes(one.class) && one.verdict === 'not-covered');
  return [
    ...(compared < source
      ? [
          notChosen(
            both(
              `Bara ${number(compared).sv} av ${number(source).sv} personer är avstämda.`,
              `Only ${number(compared).en} of ${number(source).en} people were compared.`,
            ),
          ),
        ]
      : []),
    ...(open.length === 0
      ? []
      : [
          notChosen(
            both(
              `Ingen uppgift sågs av: ${open.map(({ sv }) => sv).join(', ')}. Lämna ut dem, eller säg i avbildningen att de inte flyttas.`,
              `No record was seen of: ${open.map(({ en }) => en).join(', ')}. Extract them, or say in the mapping that they are not moved.`,
            ),
          ),
        ]),
  ];
}

/**
 * With 95 % certainty at most this share of the migrated values is wrong, by a sample that people have judged on the screens:
 * the upper bound must keep within it, so that a small sample does not pass for lack of eyes.
 */
export const migrationSample: GateStrategy<'migration-sample'> = {
  from: ['migration'],
  closing: () => byEyes,
  judge({ atMost }, { runs }) {
    const least = share(atMost);
    const limit = both(
      `högst ${least.sv} fel med 95 % säkerhet`,
      `at most ${least.en} wrong with 95 % certainty`,
    );
    const result = measureMigration(runs);
    if (result === undefined) return nothing(limit, NOT_COMPARED);
    const { sample } = result;
    if (sample === undefined || sample.n === 0)
      return nothing(limit, both('Ingen har bedömt stickprovet.', 'Nobody has judged the sample.'));
    const { n, wrong, unclear, bound } = sample;
    const faults = wrong + unclear;
    const verdict: Verdict = bound <= atMost ? 'pass' : faults / n > atMost ? 'fail' : 'unknown';
    const most = share(bound);
    const measured = both(
      `${number(faults).sv} av ${number(n).sv}, högst ${most.sv}`,
      `${number(faults).en} of ${number(n).en}, at most ${most.en}`,
    );
    const needed = neededFor(atMost, faults);
    const reasons =
      verdict === 'pass'
        ? []
        : [
            because(
              verdict,
              verdict === 'fail'
                ? both('Felen i stickprovet är för många.', 'There are too many faults in the sample.')
                : both(
                    `För få bedömda för att säga det: det tar ${number(needed).sv} med så många fel.`,
                    `Too few were judged to tell: it takes ${number(needed).en} with so many faults.`,
                  ),
            ),
          ];
    return { verdict, limit, measured, reasons };
  },
};

/** Small shares are told to hundredths, and rounded up. */
const share = (value: number): Bilingual => {
  const hundredths = Math.ceil(value * 10_000 - 1e-9) / 100;
  return both(`${number(hundredths).sv} %`, `${number(hundredths).en} %`);
};
