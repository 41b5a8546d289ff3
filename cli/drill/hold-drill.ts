import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { DrillEvent } from '../../domain/drill-evidence.ts';
import { InputError } from '../../domain/input-error.ts';
import type { DrillClient } from '../../downtime/client.ts';
import type { Drill, LoadedDrill } from '../../downtime/drill.ts';
import { openGateway } from '../../downtime/gateway.ts';
import type { LaboratoryRoles } from '../../downtime/laboratory.ts';
import { rehearse } from '../../downtime/rehearse.ts';
import type { Door, Means } from '../../downtime/rehearsing.ts';
import { wallClock } from '../../flows/clock.ts';
import { personAt } from '../../generators/people/person-at.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { openAccess } from '../../systems/open-access.ts';
import { openMigration } from '../../systems/open-migration.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { completed } from '../../systems/sign-in-files.ts';
import type { OwnReference } from '../system-under-test.ts';
import { byHand } from './by-hand.ts';
import { drillClient } from './drill-client.ts';

/** What a drill is held in. */
export interface DrillPlace {
  readonly profile: SystemProfile;
  /** The reference environment that was started for it; without one people shut what Genrep has no door to. */
  readonly reference?: OwnReference | undefined;
  /** Of a roll-back: the system that is gone back to. */
  readonly back?: SystemProfile | undefined;
  readonly run: string;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly sink: (event: DrillEvent) => void;
  readonly progress?: (what: string) => void;
}

/** Holds a drill. The robots reach the system through a door, and nothing of a system that is not ours is touched. */
export async function holdDrill(loaded: LoadedDrill, place: DrillPlace): Promise<void> {
  const { drill } = loaded;
  const { profile, run, seed, signal, sink } = place;
  const fhir = completed(profile).fhir ?? profile.fhir;
  if (fhir === undefined)
    throw new InputError(`Systemprofilen ${profile.name} saknar "fhir", adressen som övningen går genom.`);
  const closers: (() => Promise<void>)[] = [];
  const held = <T extends { close(): Promise<void> }>(one: T): T => {
    closers.unshift(() => one.close());
    return one;
  };
  try {
    const gateway = held(await openGateway(fhir));
    const through = held(openMigration({ ...profile, fhir: gateway.address }, Date.now));
    await rehearse(loaded, {
      ...{ run, sink, client: drillClient(through.request) },
      door: doorOf(drill, gateway, place),
      clock: {
        now: Date.now,
        pause: async (milliseconds) => void (await setTimeout(milliseconds, undefined, { signal })),
      },
      people: Array.from({ length: drill.patients }, (_, index) => personAt(seed, index)),
      progress: place.progress ?? ((what) => void process.stderr.write(`${what}\n`)),
      ...(drill.what === 'laboratory' ? { laboratory: rolesAt(drill.day, place, held) } : {}),
      ...backOf(place, held),
    });
  } finally {
    for (const close of closers) await close();
  }
}

/** What is shut where. Of a system that is not ours people shut what lies behind it. */
function doorOf({ what }: Drill, gateway: Door, { reference, signal }: DrillPlace): Door {
  if (what !== 'laboratory' && what !== 'failover') return gateway;
  if (reference === undefined) return byHand(signal);
  return {
    set: (mode) =>
      mode === 'failover'
        ? reference.failOver()
        : reference.steer({ laboratory: mode === 'laboratory' ? 'down' : 'up' }),
  };
}

type Hold = <T extends { close(): Promise<void> }>(one: T) => T;

/** Those who order and answer, at the first ward and the laboratory of a day. */
function rolesAt(dayName: string, { profile, signal }: DrillPlace, held: Hold): LaboratoryRoles {
  const { units } = loadDay(dayName);
  const [ward, laboratory] = (['ward', 'laboratory'] as const).map((kind) => {
    const unit = units.find((each) => each.kind === kind);
    if (unit === undefined)
      throw new InputError(`Dagen ${dayName} har ingen enhet av slaget ${kind}; övningen behöver en.`);
    return unit;
  });
  const door = held(openAccess(profile, wallClock(signal)));
  const as = (role: 'physician' | 'biomedical-scientist', unit: typeof ward): DrillClient => {
    const account = door.accounts.of(
      { role, unit: unit?.kind ?? null, shift: 'day' },
      ...([unit, { system: '', value: '' }] as const),
    );
    return {
      async request(method, address, body, headers) {
        const answer = await door.send(account, {
          ...{ method, address },
          ...(body === undefined ? {} : { body }),
          ...(headers === undefined ? {} : { headers }),
        });
        return { status: answer.status, body: answer.body, location: answer.made };
      },
    };
  };
  return {
    orderer: as('physician', ward),
    scientist: as('biomedical-scientist', laboratory),
    hsaId: laboratory?.hsaId ?? '',
  };
}

function backOf({ back }: DrillPlace, held: Hold): Pick<Means, 'back'> {
  if (back === undefined) return {};
  return { back: { name: back.name, client: drillClient(held(openMigration(back, Date.now)).request) } };
}
