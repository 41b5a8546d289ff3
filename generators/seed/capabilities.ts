import { type SeedClient, SeedError } from './seed-client.ts';

/** What loading needs to know of a server, from its CapabilityStatement. */
export interface SeedCapabilities {
  readonly transactions: boolean;
  /** Whether a resource can be put under an id that the server does not have yet. */
  readonly ownIds: boolean;
}

interface Statement {
  readonly rest?: readonly {
    readonly interaction?: readonly { readonly code: string }[];
    readonly resource?: readonly { readonly type: string; readonly updateCreate?: boolean }[];
  }[];
}

export async function capabilitiesOf(client: SeedClient): Promise<SeedCapabilities> {
  const { status, body } = await client.request('GET', 'metadata');
  if (status !== 200) throw new SeedError(`Systemet säger inte vad det kan: GET metadata gav ${status}.`);
  const { rest = [] } = (body ?? {}) as Statement;
  return {
    transactions: rest.some(({ interaction = [] }) => interaction.some(({ code }) => code === 'transaction')),
    ownIds: rest.some(({ resource = [] }) =>
      resource.some(({ type, updateCreate }) => type === 'Patient' && updateCreate),
    ),
  };
}
