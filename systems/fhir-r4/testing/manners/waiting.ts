import { outcomeOf } from '../../../testing/plain-server.ts';
import type { Received, Reply } from '../../../testing/small-server.ts';
import type { Habits, Manner } from '../manner.ts';

/** Refuses every third request, and takes it when it comes again. */
function everyThird(reply: () => Reply): Pick<Habits, 'instead'> {
  let requests = 0;
  return {
    instead({ url }: Received) {
      if (url.endsWith('/metadata')) return undefined;
      requests += 1;
      return requests % 3 === 0 ? reply() : undefined;
    },
  };
}

const busy = (status: number, after: string): Reply => ({
  status,
  json: outcomeOf('För många förfrågningar just nu.'),
  headers: { 'retry-after': after },
});

export const waiting: readonly Manner[] = [
  {
    name: '429-seconds',
    is: 'right',
    concerns: 'waiting',
    does: 'answers 429 with Retry-After in seconds when it is asked too often',
    source: 'RFC 6585, 4; RFC 9110, 10.2.3',
    met: 'waits within the step’s limit, 30 s where it has none, and the step tells it',
    of: () => everyThird(() => busy(429, '1')),
  },
  {
    name: '503-date',
    is: 'right',
    concerns: 'waiting',
    does: 'answers 503 with Retry-After as a time of the day when it is busy',
    source: 'RFC 9110, 15.6.4 and 10.2.3',
    met: 'the same; the time is read on the system’s own clock',
    of: () => everyThird(() => busy(503, new Date(Date.now() + 1_000).toUTCString())),
  },
  {
    name: '429-no-hurry',
    is: 'wrong',
    concerns: 'waiting',
    does: 'asks everybody to come back in ten hours',
    source: 'a quota that is used up',
    met: '_unknown_: the step tells how long it would have had to wait',
    of: () => ({
      instead: ({ url }) => (url.endsWith('/metadata') ? undefined : busy(429, '36000')),
    }),
  },
];
