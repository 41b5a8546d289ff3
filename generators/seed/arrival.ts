import type { LookUp } from './look-up.ts';
import { type Placement, send } from './placement.ts';
import { refusal } from './refusal.ts';
import { type SeedClient, SeedError } from './seed-client.ts';
import { nameOf, typeOf } from './seed-order.ts';

/** What the server said of one resource. */
interface Said {
  /** '201', '200 OK' */
  readonly status: string;
  readonly location?: string | undefined;
  readonly resource?: unknown;
  readonly outcome?: unknown;
}

/** Settles that a resource has come to the server, and under which id; else a {@link SeedError}. */
export interface Arrival {
  of(line: string, said: Said): Promise<void>;
}

/** Answers to a conditional create that mean: there is one already, or another client was just making it. */
const PERHAPS_THERE: ReadonlySet<string> = new Set(['409', '412']);

export function arrivalAt(client: SeedClient, placement: Placement, lookUp: LookUp | undefined): Arrival {
  const { given } = placement;
  return {
    async of(line, said) {
      const name = nameOf(line);
      const status = said.status.slice(0, 3);
      if (given === undefined || lookUp === undefined) {
        if (!status.startsWith('2')) throw refusal(name, said.status, said.outcome);
        return;
      }
      const id = await idAfter(line, status, said, lookUp);
      given.ids.learn(name, id);
    },
  };

  async function idAfter(line: string, status: string, said: Said, lookUp: LookUp): Promise<string> {
    const name = nameOf(line);
    if (PERHAPS_THERE.has(status)) return (await lookUp.idOf(line)) ?? writeUnconditionally(line, lookUp);
    if (!status.startsWith('2')) throw refusal(name, said.status, said.outcome);
    const id = idIn(said, typeOf(name)) ?? (await lookUp.idOfTaken(line));
    if (id === undefined) throw new SeedError(`Systemet säger inte vilket id det gav ${name}.`);
    // Not made, as it says that it had it already; a server that ignores the condition's search gives somebody else.
    if (status !== '201' && !(await lookUp.isIt(id, line))) return writeUnconditionally(line, lookUp);
    return id;
  }

  async function writeUnconditionally(line: string, lookUp: LookUp): Promise<string> {
    given?.writeUnconditionally();
    const name = nameOf(line);
    const { status, headers, body } = await send(client, placement.place(line));
    if (status >= 300) throw refusal(name, `${status}`, body);
    const said = { status: `${status}`, location: headers?.location, resource: body };
    const id = idIn(said, typeOf(name)) ?? (await lookUp.idOfTaken(line));
    if (id !== undefined && (await lookUp.isIt(id, line))) return id;
    throw new SeedError(
      `Systemet säger att det tog emot ${name}, men det som finns där (${typeOf(name)}/${id}) är någon annans; inget mer skrivs.`,
    );
  }
}

/** The id the server gave: in the resource it sends back, else in the location. */
function idIn({ resource, location }: Said, type: string): string | undefined {
  const sent = resource as { readonly resourceType?: string; readonly id?: string } | undefined;
  if (sent?.resourceType === type) return sent.id;
  return location?.match(new RegExp(`^(?:.*/)?${type}/([A-Za-z0-9.-]{1,64})`))?.[1];
}
