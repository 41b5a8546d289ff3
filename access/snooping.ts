import type { AccessFollowedUp } from '../domain/access-evidence.ts';
import type { Account } from '../systems/driver/account.ts';
import { type Finding, followUp, type Known, SUSPICIONS, type Suspicion } from './follow-up.ts';
import { NoLog, readLog } from './read-log.ts';
import { contact, personOf } from './resources.ts';
import { searchFor } from './ways.ts';
import { OPENING_REASON, type World } from './world.ts';

const TOLD: Readonly<Record<Suspicion, { readonly sv: string; readonly en: string }>> = {
  'no-relation': {
    sv: 'Någon på en enhet som inte vårdat patienten har läst journalen',
    en: 'Somebody at a unit that has not cared for the patient has read the record',
  },
  'own-record': {
    sv: 'Någon i personalen har läst sin egen journal',
    en: 'A member of staff has read the own record',
  },
  opened: {
    sv: 'Någon har öppnat spärrade uppgifter, och skälet står i loggen',
    en: 'Somebody has opened blocked data, and the reason stands in the log',
  },
};

/** What was planted: whose record, by whom, and what a follow-up must say of it. */
interface Planted {
  readonly patient: string;
  readonly expected: readonly Finding[];
}

/**
 * Plants snooping among honest work, and follows up the log: every planted reading must be found by what the log says, and
 * nobody who only did their work.
 */
export async function plantAndFollowUp(world: World): Promise<AccessFollowedUp[]> {
  if (!world.door.toldApart) return untold('Systemet vet inte vem av personalen som frågar.');
  try {
    const ownNurse = world.staff('nurse', 'own-unit');
    const planted = [
      await plantNoRelation(world),
      await plantOwnRecord(world, ownNurse),
      await plantOpening(world),
    ];
    const [, own] = planted;
    const places = Object.keys(world.places);
    const units = new Map(
      places.flatMap((place) =>
        (['nurse', 'physician'] as const).map((role) => [world.staff(role, place), place] as const),
      ),
    );
    const known: Known = {
      unitOf: (account) => units.get(account),
      unitsOf: () => new Set(['own-unit']),
      ownRecord: new Map([[ownNurse, own?.patient ?? '']]),
    };
    const found: Finding[] = [];
    const reviewer = world.staff('medical-secretary', 'own-unit');
    for (const { patient } of planted) {
      const events = await readLog(world.door, reviewer, `patient=${encodeURIComponent(patient)}`);
      found.push(...followUp(events, patient, known));
    }
    return SUSPICIONS.map((why) => toldOf(why, planted, found));
  } catch (error) {
    if (error instanceof NoLog) return untold(error.message);
    throw error;
  }
}

function toldOf(why: Suspicion, planted: readonly Planted[], found: readonly Finding[]): AccessFollowedUp {
  const expected = planted.flatMap((each) => each.expected).filter((each) => each.why === why);
  const own = found.filter((each) => each.why === why);
  const isSame = (one: Finding) => (other: Finding) =>
    one.account === other.account && one.patient === other.patient && one.reason === other.reason;
  return {
    ...{ type: 'access-followed-up', kind: why, ...TOLD[why], planted: expected.length },
    found: expected.filter((each) => own.some(isSame(each))).length,
    false: own.filter((each) => !expected.some(isSame(each))).length,
  };
}

const untold = (reason: string): AccessFollowedUp[] =>
  SUSPICIONS.map((why) => ({
    ...{ type: 'access-followed-up', kind: why, ...TOLD[why], planted: 0, found: 0, false: 0, reason },
  }));

/** Somebody who has been cared for at the own unit alone, and whose record its nurse has opened there. */
async function caredFor(world: World, key: string): Promise<string> {
  const about = world.about('');
  const patient = await world.make(
    world.door.accounts.registry,
    personOf(world.person(`snooped ${key}`), about.token),
  );
  const nurse = world.staff('nurse', 'own-unit');
  await world.make(nurse, contact(world.about(patient), await world.unit('own-unit')));
  await read(world, nurse, patient);
  return patient;
}

async function read(world: World, account: Account, patient: string): Promise<void> {
  const address = searchFor('note', { reference: patient });
  await world.door.send(account, { method: 'GET', address, about: patient });
}

async function plantNoRelation(world: World): Promise<Planted> {
  const patient = await caredFor(world, 'no-relation');
  const accounts = [world.staff('nurse', 'other-ward'), world.staff('physician', 'emergency')];
  for (const account of accounts) await read(world, account, patient);
  return { patient, expected: accounts.map((account) => ({ why: 'no-relation', account, patient })) };
}

async function plantOwnRecord(world: World, account: Account): Promise<Planted> {
  const patient = await caredFor(world, 'own-record');
  await read(world, account, patient);
  return { patient, expected: [{ why: 'own-record', account, patient }] };
}

/** Opened by somebody at the unit itself, so that nothing else is to be said of it. */
async function plantOpening(world: World): Promise<Planted> {
  const patient = await caredFor(world, 'opened');
  const account = world.staff('physician', 'own-unit');
  await world.openFor(account, patient);
  return { patient, expected: [{ why: 'opened', account, patient, reason: OPENING_REASON }] };
}
