import assert from 'node:assert/strict';
import { type Exchange, keyOf, withoutMoments } from './exchange.ts';

/** Throws where other requests were sent by one than by the other; when, and who signed in how often, may differ. */
export const requireSame = (one: readonly Exchange[], other: readonly Exchange[]): void =>
  assert.deepEqual(aboutPatients(one), aboutPatients(other));

const aboutPatients = (exchanges: readonly Exchange[]) =>
  exchanges
    .filter(({ headers }) => headers.authorization !== undefined)
    .map((exchange) => ({
      key: keyOf(exchange),
      ifMatch: exchange.headers['if-match'],
      body: exchange.body === '' ? undefined : JSON.parse(withoutMoments(exchange.body)),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
