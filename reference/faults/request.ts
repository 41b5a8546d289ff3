import { AsyncLocalStorage } from 'node:async_hooks';

/** Of the request that is being answered: whether it comes from a page of the web client. */
interface RequestFacts {
  readonly through: 'page' | 'api';
}

const current = new AsyncLocalStorage<RequestFacts>();
let underWay = 0;

/** Answers a request; whatever is done for it knows where it came from. */
export async function answering<R>(facts: RequestFacts, answer: () => Promise<R>): Promise<R> {
  underWay += 1;
  try {
    return await current.run(facts, answer);
  } finally {
    underWay -= 1;
  }
}

export const requestFacts = (): RequestFacts | undefined => current.getStore();

export const requestsUnderWay = (): number => underWay;
