import {
  ACTS,
  type AccessCell,
  type AccessTried,
  type Act,
  type Standing,
  type Thing,
} from '../domain/access-evidence.ts';
import { SystemError } from '../systems/care-system.ts';
import { tryDeed } from './deeds.ts';
import type { Oracle } from './oracle.ts';
import { stateOf } from './people.ts';
import { lookFor, type Seen } from './ways.ts';
import { NotMade, type Someone, type World } from './world.ts';

const isAct = (what: AccessCell['what']): what is Act => (ACTS as readonly string[]).includes(what);

/** The two ways that a system must offer who is to see; the others are ways round, and must show nothing that is kept. */
const MUST_SHOW: ReadonlySet<string> = new Set(['read', 'search', 'do']);

/** Tries one cell, and says what came of it beside what was expected. */
export async function tryCell(
  world: World,
  oracle: Oracle,
  standing: Standing,
  cell: AccessCell,
): Promise<AccessTried> {
  const { expected, rules } = oracle.decide(standing, cell);
  const here = expected === 'must' && !MUST_SHOW.has(cell.way) ? 'may' : expected;
  const told = { type: 'access-tried', cell, expected: here, rules } as const;
  const reason = whyNot(world, standing);
  if (reason !== undefined) return { ...told, seen: 'not-covered', observed: reason };
  try {
    return { ...told, ...(await attempt(world, standing, cell)) };
  } catch (error) {
    if (error instanceof NotMade) return { ...told, seen: 'not-covered', observed: error.message };
    if (error instanceof SystemError) return { ...told, seen: 'error', observed: error.message };
    throw error;
  }
}

/** Why a standing cannot be tried here. */
function whyNot({ door }: World, { role }: Standing): string | undefined {
  if (role === 'patient')
    return door.patientsSignIn ? undefined : 'Patienter loggar inte in som sig själva här.';
  return door.toldApart ? undefined : 'Systemet vet inte vem av personalen som frågar.';
}

async function attempt(world: World, standing: Standing, cell: AccessCell): Promise<Seen> {
  const whose = await world.someone(stateOf(cell, standing));
  const account = await world.accountOf(standing, whose);
  const { what, way, block } = cell;
  if (block === 'first-step' || block === 'opened') await world.open(account, whose, block === 'opened');
  if (isAct(what) || way === 'do') return tryDeed(what as Act, { world, account, whose });
  const target = await targetOf(what, whose, world);
  return lookFor(way, { world, account, whose, thing: what, target });
}

async function targetOf(thing: Thing, whose: Someone, world: World) {
  if (thing === 'blocked-at-all') return { reference: whose.block ?? '', words: [] };
  if (thing === 'blocked-where')
    return { reference: whose.block ?? '', words: [(await world.unit('own-unit')).reference] };
  return whose.planted[thing] ?? { reference: whose.reference, words: [] };
}
