import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { EXIT, type ExitCode } from '../../domain/verdict.ts';
import { wallClock } from '../../flows/clock.ts';
import { unitsForFlow } from '../../flows/units.ts';
import { drawPatients } from '../../generators/people/draw-patient.ts';
import { unitsAtHand } from '../../scenarios/at-hand.ts';
import type { Channel } from '../../systems/care-system.ts';
import type { Harness, Units } from '../../systems/contract/harness.ts';
import { lineOfTests } from '../../systems/contract/line-of-tests.ts';
import {
  type ActivityTried,
  type DriverTried,
  verdictOnDriver,
} from '../../systems/contract/verdict-on-driver.ts';
import { describeCareSystem } from '../../systems/contract.ts';
import { hasApi, openSystem } from '../../systems/open-system.ts';
import { careAreas } from '../care-areas.ts';
import { interruptible } from '../interruption.ts';
import { openSystemUnderTest } from '../system-under-test.ts';

/** How long a system may take for what it does by itself. An assumption. */
const PATIENCE = 5_000;

interface ContractOptions {
  readonly channel?: Channel;
  readonly out?: string;
  readonly json?: boolean;
}

/** `genrep contract`: the suite that every driver must pass, in words. */
export async function tryContract(name: string, { out, json, ...options }: ContractOptions): Promise<void> {
  await interruptible(async (signal) => {
    const underTest = await openSystemUnderTest({ system: name, faults: [] });
    const recordings = await mkdtemp(path.join(tmpdir(), 'genrep-contract-'));
    try {
      const areas = await careAreas();
      const cases = await areas.contract();
      const clock = wallClock(signal);
      const { profile } = underTest;
      const { channel = profile.ui?.driver === 'screens' && !hasApi(profile) ? 'ui' : 'api' } = options;
      const system = await openSystem({ profile, areas, channel, clock, recordings });
      await system.connect();
      const { units, patient } = people();
      const harness: Harness = {
        ...{ system, units, clock, patience: PATIENCE, patient },
        close: () => system.close(),
      };
      const tried = await lineOfTests((runner) =>
        describeCareSystem(profile.name, cases, runner, async () => harness),
      );
      const verdict = verdictOnDriver(areas.areas, cases, (kind) => system.capability(kind), tried);
      if (out !== undefined) await writeFile(out, tableOf(profile.name, channel, verdict));
      process.stdout.write(json === true ? `${JSON.stringify(verdict)}\n` : linesOf(verdict));
      process.exitCode = exitCodeOf(verdict);
    } finally {
      await rm(recordings, { recursive: true, force: true });
      await underTest.close();
    }
  });
}

/** The units at hand; a new person for every case. */
function people(): Pick<Harness, 'units' | 'patient'> {
  const all = unitsAtHand();
  const municipality = all.find(({ kind }) => kind === 'municipality')?.municipalityCode;
  const draw = drawPatients(1);
  return {
    units: unitsForFlow(all, municipality) as Units,
    patient: (protectedIdentity) =>
      draw(randomUUID(), { ageFrom: 70, ageTo: 98, protectedIdentity }, municipality),
  };
}

const MARKS: Readonly<Record<ActivityTried['outcome'], string>> = {
  does: '✓',
  'does-wrong': '✗',
  cannot: '–',
  untried: '?',
};

function linesOf({ areas, broken }: DriverTried): string {
  const all = areas.flatMap(({ activities }) => activities);
  const count = (outcome: ActivityTried['outcome']) => all.filter((each) => each.outcome === outcome).length;
  return `${[
    ...areas.flatMap(({ sv, activities }) => [
      sv,
      ...activities.map(
        ({ sv: name, outcome, reason }) =>
          `  ${MARKS[outcome]} ${name}${reason === undefined ? '' : `: ${reason}`}`,
      ),
    ]),
    ...broken.map(({ rule, reason }) => `✗ ${rule}: ${reason}`),
    '',
    `${count('does')} kan, ${count('does-wrong') + broken.length} fel, ${count('cannot')} går inte här, ${count('untried')} oprövade.`,
  ].join('\n')}\n`;
}

const WORDS: Readonly<Record<ActivityTried['outcome'], string>> = {
  does: 'kan · can',
  'does-wrong': 'gör fel · does wrong',
  cannot: 'går inte här · cannot here',
  untried: 'oprövat · untried',
};

/** A table for a document: what the driver can do of each area. */
const tableOf = (system: string, channel: Channel, { areas }: DriverTried): string =>
  `${[
    `# ${system}, ${channel}`,
    ...areas.flatMap(({ sv, en, activities }) => [
      '',
      `## ${sv} · ${en}`,
      '',
      '| | | |',
      '| --- | --- | --- |',
      ...activities.map(
        (each) =>
          `| ${each.sv} · ${each.en} | ${WORDS[each.outcome]} | ${(each.reason ?? '').replaceAll('|', '\\|')} |`,
      ),
    ]),
  ].join('\n')}\n`;

function exitCodeOf({ areas, broken }: DriverTried): ExitCode {
  const outcomes = new Set(areas.flatMap(({ activities }) => activities.map(({ outcome }) => outcome)));
  if (broken.length > 0 || outcomes.has('does-wrong')) return EXIT.fail;
  return outcomes.has('cannot') || outcomes.has('untried') ? EXIT.inconclusive : EXIT.pass;
}
