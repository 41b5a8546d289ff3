import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { Tried } from '../../../../domain/fact.ts';
import { actorPhrase, ROLES, type Role, UNIT_KINDS, type UnitKind } from '../../../../domain/role.ts';
import { SystemError } from '../../../care-system.ts';
import type { Account } from '../../../driver/account.ts';
import type { ExchangeRequest } from '../../exchange.ts';
import type { TransportResponse } from '../../transport.ts';
import type { Person, Write } from '../ledger.ts';
import type { Surroundings } from '../surroundings.ts';

/** Something that is tried once a flow has ended, with what its steps wrote. */
export interface Probe {
  readonly id: string;
  /** Tries it with the first of these that it can be tried with; undefined where there is none. */
  readonly ready: (
    at: Surroundings,
    person: Person,
    writes: readonly Write[],
  ) => (() => Promise<Tried>) | undefined;
}

/** Who tries it, in words. */
export const phraseOf = (role: Role, unit: UnitKind | null) => ({
  sv: actorPhrase({ role, unit }),
  en: `${ROLES[role].en}${unit === null ? '' : ` at ${UNIT_KINDS[unit].en}`}`,
});

/** What a step wrote, as a probe writes it: with a mark of its own. */
export function bodyOf(write: Write, probe: string): string {
  const tag = [{ system: SYSTEMS.token, code: probeToken(write, probe) }];
  return JSON.stringify({ ...write.resource, meta: { ...write.resource.meta, tag } });
}

/** Marks what a probe writes, where it can. */
const probeToken = (write: Write, probe: string): string =>
  `${write.token.slice(0, write.token.indexOf('.'))}.watch.${probe}`;

/** Tries something, and says whether what came of it is as it must be; undefined says that nothing is shown by it. */
export async function tried(
  at: Surroundings,
  account: Account | undefined,
  request: ExchangeRequest,
  told: Omit<Tried, 'fact' | 'outcome' | 'observed'>,
  isAsItMust: (response: TransportResponse) => boolean | undefined,
): Promise<Tried> {
  try {
    const response = await at.exchange(account, request);
    const holds = isAsItMust(response);
    return {
      fact: 'tried',
      ...told,
      observed: `Systemet svarar ${response.status}.`,
      outcome: holds === undefined ? 'unclear' : holds ? 'as-it-must' : 'otherwise',
    };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { fact: 'tried', ...told, observed: error.message, outcome: 'unclear' };
  }
}

/** A no for who asks; any other no says nothing of that. */
export const isNo = ({ status }: TransportResponse): boolean | undefined =>
  status === 401 || status === 403 ? true : status < 300 ? false : undefined;
