import type { DrillEvent } from '../../domain/drill-evidence.ts';
import { isEvent, schemaFault } from '../../evidence/schema.ts';
import { personAt } from '../../generators/people/person-at.ts';
import { judgeDrill } from '../../reports/drill/checks/index.ts';
import { type DrillHistory, drillsIn } from '../../reports/drill/drill-history.ts';
import type { Habits } from '../../systems/fhir-r4/testing/manner.ts';
import { type MannerServer, startMannerServer } from '../../systems/fhir-r4/testing/manner-server.ts';
import type { DrillClient } from '../client.ts';
import { type Drill, loadDrill } from '../drill.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { rehearse } from '../rehearse.ts';
import type { Door } from '../rehearsing.ts';

/** What is wrong with a system, a door or a client that a drill is held with. */
export interface Wrong {
  readonly habits?: Omit<Habits, 'profile'>;
  /** The same of the system that is gone back to. */
  readonly oldHabits?: Omit<Habits, 'profile'>;
  /** Which mode of the door lets everything through. */
  readonly leaks?: string;
  readonly client?: (client: DrillClient) => DrillClient;
  /** What happens when the machine beneath is lost, or the laboratory. */
  readonly door?: (server: MannerServer) => Door;
}

export const PATIENTS = 3;

/** Holds a drill with small real FHIR servers behind a real door, and gives what its evidence says. */
export async function held(
  name: string,
  change: Partial<Drill> = {},
  wrong: Wrong = {},
): Promise<DrillHistory> {
  const open: (MannerServer | Gateway)[] = [];
  const serverOf = async (habits: Omit<Habits, 'profile'> = {}) => {
    const server = await startMannerServer([
      { name: 'x', is: 'wrong', concerns: 'writing', does: 'x', source: 'x', of: () => habits },
    ]);
    open.unshift(server);
    return server;
  };
  try {
    const server = await serverOf(wrong.habits);
    const old = await serverOf(wrong.oldHabits);
    const gateway = await openGateway(server.base);
    open.unshift(gateway);
    const through = clientOf(gateway.address);
    const direct = clientOf(server.base);
    const loaded = loadDrill(name);
    const events: DrillEvent[] = [];
    await rehearse(
      { ...loaded, drill: { ...loaded.drill, patients: PATIENTS, ...change } as Drill },
      {
        ...{ client: wrong.client?.(through) ?? through, clock: quickClock(), run: 'körning' },
        door: wrong.door?.(server) ?? {
          set: (mode) => (mode === wrong.leaks ? undefined : gateway.set(mode)),
        },
        people: Array.from({ length: PATIENTS }, (_, index) => personAt(1, index)),
        sink: (event) => {
          if (!isEvent(event)) throw new Error(schemaFault(event));
          events.push(event);
        },
        progress: () => undefined,
        laboratory: { orderer: direct, scientist: direct, hsaId: 'SE0000000000-GR05' },
        back: { client: clientOf(old.base), name: 'det gamla' },
      },
    );
    const [history] = drillsIn(events);
    if (history === undefined) throw new Error('The drill left no evidence.');
    return history;
  } finally {
    for (const each of open) await each.close();
  }
}

/** Checks that did not pass, by name. */
export const failing = (drill: DrillHistory): string[] =>
  judgeDrill(drill)
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id }) => id);

/** A clock that is moved by what waits for it, so that a drill of hours takes no time. */
function quickClock() {
  let now = Date.UTC(2026, 10, 30, 8);
  return {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const clientOf = (base: string): DrillClient => ({
  async request(method, address, body, headers = {}) {
    const response = await fetch(`${base}/${address}`, {
      ...{ method, headers: { ...headers, 'content-type': 'application/fhir+json' } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  },
});
