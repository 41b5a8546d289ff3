import type { Attachment, FlowContext, StepContext } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { Exchange, ExchangeRequest } from './exchange.ts';
import type { TransportResponse } from './transport.ts';

/** One request of a step and what came of it; what signs people in stands in none of it. */
export interface Said {
  readonly account: Account | undefined;
  readonly request: ExchangeRequest;
  /** Epoch milliseconds. */
  readonly begunAt: number;
  readonly endedAt: number;
  /** One of the two. */
  readonly response?: TransportResponse;
  readonly failure?: string;
}

/**
 * Keeps what was said in the step in which a flow stopped.
 * @param tokens what signed people in, which the system might have repeated in an answer
 */
export type ExchangeKeeper = (
  context: FlowContext,
  said: readonly Said[],
  tokens: readonly string[],
) => Promise<Attachment>;

/** How many exchanges of a step are remembered, the latest; a question that is asked for long says the same each time. */
const REMEMBERED = 12;

interface StepSaid {
  readonly token: string;
  readonly said: Said[];
}

/**
 * What was said in the latest step of each flow under way. It holds on to what is in memory anyway, so that a step that
 * passes costs nothing.
 */
export class ExchangeLog {
  readonly #now: () => number;
  readonly #steps = new Map<string, StepSaid>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The exchange, heard while a step is done. */
  heard({ instance, token }: StepContext, exchange: Exchange): Exchange {
    const { said } = this.#stepOf(instance, token);
    const add = (one: Omit<Said, 'endedAt'>): void => {
      said.push({ ...one, endedAt: this.#now() });
      if (said.length > REMEMBERED) said.shift();
    };
    return async (account, request) => {
      const begunAt = this.#now();
      try {
        const response = await exchange(account, request);
        add({ account, request, begunAt, response });
        return response;
      } catch (error) {
        add({ account, request, begunAt, failure: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    };
  }

  /** What was said in a flow's latest step; it is forgotten here. */
  take({ instance }: FlowContext): readonly Said[] {
    const said = this.#steps.get(instance)?.said ?? [];
    this.#steps.delete(instance);
    return said;
  }

  #stepOf(instance: string, token: string): StepSaid {
    const known = this.#steps.get(instance);
    if (known?.token === token) return known;
    const begun = { token, said: [] };
    this.#steps.set(instance, begun);
    return begun;
  }
}
