import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { EXIT } from '../../domain/verdict.ts';
import { wallClock } from '../../flows/clock.ts';
import { type CleanUp, type Leftover, type Leftovers, openCleanUp } from '../../systems/open-clean-up.ts';
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
        const leftovers = await cleanUp.find(written.steps);
        const made = leftovers.found.filter((leftover) => leftover.made);
        const cleaned = {
          ...leftovers,
          ...(remove ? await removeAll(cleanUp, made, signal) : { removed: [], kept: [] }),
        };
        process.stdout.write(
          json
            ? `${JSON.stringify({ run: written.run, system: system.profile.name, ...cleaned })}\n`
            : wordsFor(written.run, system.profile.name, cleaned, remove === true),
        );
        process.exitCode = cleaned.kept.length === 0 ? EXIT.pass : EXIT.fail;
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

/** Again and again while something goes away: what is referred to can go only when what refers to it has gone. */
async function removeAll(
  cleanUp: CleanUp,
  leftovers: readonly Leftover[],
  signal: AbortSignal,
): Promise<Pick<Cleaned, 'removed' | 'kept'>> {
  const removed: string[] = [];
  let kept: Kept[] = leftovers.map(({ reference }) => ({ reference, reason: '' }));
  for (let before = -1; kept.length > 0 && removed.length > before; ) {
    before = removed.length;
    const left: Kept[] = [];
    for (const { reference } of kept) {
      signal.throwIfAborted();
      const reason = await cleanUp.remove(reference);
      if (reason === undefined) removed.push(reference);
      else left.push({ reference, reason });
    }
    kept = left;
  }
  return { removed, kept };
}

function wordsFor(
  run: string,
  system: string,
  { found, closed, removed, kept }: Cleaned,
  asked: boolean,
): string {
  const changed = found.filter(({ made }) => !made).length;
  const lines = [
    found.length === 0
      ? `Inget i ${system} bär märken från körningen ${run}.`
      : `${found.length} poster i ${system} bär märken från körningen ${run}:`,
    ...[...Map.groupBy(found, typeOf)].map(([type, { length }]) => `  ${type}: ${length}`),
    ...(changed === 0 ? [] : [`${changed} av dem har körningen bara ändrat; de tas inte bort.`]),
    ...closed.map(({ type, reason }) => `✗ ${type} går inte att söka igenom: ${reason}`),
    ...(asked ? [`${removed.length} borttagna, ${kept.length} kvar.`] : found.length === 0 ? [] : [DRY]),
    ...[...Map.groupBy(kept, (each) => `${typeOf(each)}: ${each.reason}`)].map(
      ([why, { length }]) => `✗ Systemet behöll ${length} ${why}`,
    ),
    ...(removed.length === 0 && kept.length > 0 ? [nothingRemoved(system)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const GONE =
  'Referensmiljön som en körning startar försvinner med den, och det som skrevs där likaså: det finns inget att städa. ' +
  'En som är igång pekas ut med GENREP_REFERENCE_FHIR.';

const nothingRemoved = (system: string): string =>
  `Inget gick att ta bort i ${system}. Det skrivna är kvar och bär körningens märken; den som vill ha en tom testmiljö får återställa den.`;

const DRY = 'Inget är borttaget; lägg till --remove för att ta bort det som systemet tillåter.';

const typeOf = ({ reference }: { readonly reference: string }): string => reference.split('/')[0] ?? '';
