import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { EXIT } from '../../domain/verdict.ts';
import { wallClock } from '../../flows/clock.ts';
import type { Leftover, Leftovers } from '../../systems/clean-up/leftovers.ts';
import { type CleanUp, openCleanUp } from '../../systems/open-clean-up.ts';
import { careAreas } from '../care-areas.ts';
import { interruptible } from '../interruption.ts';
import { findRun } from '../run-folder.ts';
import { openSystemUnderTest, startsItself } from '../system-under-test.ts';
import { withItsPlace } from '../unreachable.ts';
import { type WrittenRun, writtenStepsOf } from '../written-steps.ts';

/** As commander hands them over. */
export interface CleanOptions {
  readonly system: string;
  readonly remove?: true;
  readonly json?: true;
}

/** What the system kept, and why. */
interface Kept {
  readonly reference: string;
  readonly reason: string;
}

interface Cleaned extends Leftovers {
  readonly removed: readonly string[];
  readonly kept: readonly Kept[];
}

/** Others may have begun to work at it. */
const isUnit = ({ reference }: Leftover): boolean => reference.startsWith('Organization/');

/** `genrep clean`: what a run left in the system, and away with it only when asked. */
export async function cleanRun(given: string, { system: name, remove, json }: CleanOptions): Promise<void> {
  const written = await writtenStepsOf(findRun(given));
  if (startsItself(name)) {
    requireSameSystem(written, name);
    throw new InputError(GONE);
  }
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest({ system: name, faults: [] });
    try {
      requireSameSystem(written, system.profile.name);
      const cleanUp = openCleanUp(system.profile, await (await careAreas()).fhir(), wallClock());
      try {
        const leftovers = await cleanUp.find(written);
        const cleaned: Cleaned = remove
          ? await removeAll(cleanUp, written, leftovers, signal)
          : { ...leftovers, removed: [], kept: [] };
        process.stdout.write(
          json
            ? `${JSON.stringify({ run: written.run, system: system.profile.name, ...cleaned })}\n`
            : wordsFor(written.run, system.profile.name, cleaned, remove === true),
        );
        process.exitCode = exitCodeOf(cleaned);
      } finally {
        await cleanUp.close();
      }
    } catch (error) {
      throw withItsPlace(error, system.profile);
    } finally {
      await system.close();
    }
  });
}

function requireSameSystem({ run, system }: WrittenRun, profile: string): void {
  if (system === undefined)
    throw new InputError(`Körningen ${run} rörde inget system; det finns inget att städa.`);
  if (system === profile) return;
  throw new InputError(
    `Körningen ${run} gjordes i ${system}, men profilen heter ${profile}; ange profilen för ${system} med --system.`,
  );
}

/** What is kept is known; what nobody can tell of is not nothing. */
function exitCodeOf({ kept, doubts }: Cleaned): number {
  if (kept.length > 0) return EXIT.fail;
  return doubts.length > 0 ? EXIT.inconclusive : EXIT.pass;
}

/**
 * Again and again while something goes away: what is referred to can go only when what refers to it has gone. Each is
 * read when the system has said that it is gone, and all are looked for once more at the end.
 */
async function removeAll(
  cleanUp: CleanUp,
  written: WrittenRun,
  { found, doubts }: Leftovers,
  signal: AbortSignal,
): Promise<Cleaned> {
  const removed: string[] = [];
  const unknown: string[] = [];
  const removable = found.filter((leftover) => leftover.made && !isUnit(leftover));
  let kept: Kept[] = removable.map(({ reference }) => ({ reference, reason: '' }));
  for (let before = -1; kept.length > 0 && removed.length > before; ) {
    before = removed.length;
    const left: Kept[] = [];
    for (const { reference } of kept) {
      signal.throwIfAborted();
      const removal = await cleanUp.remove(reference);
      if (removal.is === 'gone') removed.push(reference);
      else if (removal.is === 'kept') left.push({ reference, reason: removal.reason });
      else unknown.push(`${reference}: ${removal.reason}`);
    }
    kept = left;
  }
  if (removed.length === 0) return { found, removed, kept, doubts: [...doubts, ...unknown] };
  const shown = await cleanUp.shown(written);
  const back = new Set(
    shown.found.map(({ reference }) => reference).filter((each) => removed.includes(each)),
  );
  return {
    found,
    removed: removed.filter((reference) => !back.has(reference)),
    kept: [...kept, ...[...back].map((reference) => ({ reference, reason: STILL_LISTED }))],
    doubts: [...new Set([...doubts, ...unknown, ...shown.doubts])],
  };
}

const STILL_LISTED = 'Systemet sade ja, men posten finns kvar i dess listor.';

function wordsFor(
  run: string,
  system: string,
  { found, doubts, removed, kept }: Cleaned,
  asked: boolean,
): string {
  const changed = found.filter(({ made }) => !made).length;
  const units = found.filter(isUnit).length;
  const lines = [
    found.length > 0
      ? `${found.length} poster i ${system} är från körningen ${run}:`
      : doubts.length > 0
        ? `Inget hittades i ${system} från körningen ${run}, men det går inte att säga att inget finns.`
        : `Inget i ${system} är från körningen ${run}.`,
    ...[...Map.groupBy(found, typeOf)].map(([type, { length }]) => `  ${type}: ${length}`),
    ...(changed === 0 ? [] : [`${changed} av dem har körningen bara ändrat; de tas inte bort.`]),
    ...(units === 0
      ? []
      : [`${units} enheter som körningen lade upp tas inte bort: andra kan ha börjat använda dem.`]),
    ...(asked ? [leftText(removed.length, kept.length, doubts.length)] : found.length === 0 ? [] : [DRY]),
    ...[...Map.groupBy(kept, (each) => `${typeOf(each)}: ${each.reason}`)].map(
      ([why, { length }]) => `✗ Systemet behöll ${length} ${why}`,
    ),
    ...doubts.map((doubt) => `? ${doubt}`),
    ...(removed.length === 0 && kept.length > 0 ? [nothingRemoved(system)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** How many are left, where that can be told. */
const leftText = (removed: number, kept: number, doubts: number): string =>
  doubts === 0
    ? `${removed} borttagna, ${kept} kvar.`
    : `${removed} borttagna, ${kept === 0 ? '' : `minst ${kept} kvar; `}hur många som är kvar går inte att säga.`;

const GONE =
  'Referensmiljön som en körning startar försvinner med den, och det som skrevs där likaså: det finns inget att städa. ' +
  'En som är igång pekas ut med GENREP_REFERENCE_FHIR.';

const nothingRemoved = (system: string): string =>
  `Inget gick att ta bort i ${system}. Det skrivna är kvar och bär körningens märken; den som vill ha en tom testmiljö får återställa den.`;

const DRY = 'Inget är borttaget; lägg till --remove för att ta bort det som systemet tillåter.';

const typeOf = ({ reference }: { readonly reference: string }): string => reference.split('/')[0] ?? '';
