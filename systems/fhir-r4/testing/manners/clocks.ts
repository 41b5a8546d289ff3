import type { Resource } from '@medplum/fhirtypes';
import { MINUTE, type Milliseconds } from '../../../../domain/time.ts';
import type { Habits, Manner } from '../manner.ts';

/** A server whose own clock writes the time of what it receives. */
const goingWrong = (ahead: Milliseconds): Habits => {
  const now = (): Date => new Date(Date.now() + ahead);
  return {
    keeps: (resource) => {
      const stamped: Record<string, unknown> = { ...resource };
      for (const name of ['sent', 'authoredOn']) if (name in stamped) stamped[name] = now().toISOString();
      return stamped as unknown as Resource;
    },
    says: (reply) => ({ ...reply, headers: { ...reply.headers, date: now().toUTCString() } }),
  };
};

export const clocks: readonly Manner[] = [
  {
    name: 'clock-behind',
    is: 'right',
    concerns: 'times',
    rewritesTimes: true,
    does: 'has a clock that is two minutes behind, and writes its own time on what it receives',
    source: 'machines without NTP; FHIR R4, Communication.sent and Task.authoredOn are often the server’s',
    met: 'decides nothing by times alone; more than a minute apart the run is inconclusive',
    of: () => goingWrong(-2 * MINUTE),
  },
  {
    name: 'clock-ahead',
    is: 'right',
    concerns: 'times',
    rewritesTimes: true,
    does: 'has a clock that is two minutes ahead, and writes its own time on what it receives',
    source: 'machines without NTP; FHIR R4, Communication.sent and Task.authoredOn are often the server’s',
    met: 'the same',
    of: () => goingWrong(2 * MINUTE),
  },
];
