import type { Appointment, Bundle } from '@medplum/fhirtypes';
import type { Entry } from '../entries/entry.ts';
import type { Kept } from '../kept/database.ts';
import { keep, waitingOf } from '../kept/outbox.ts';
import { type Answer, answersIn, batchOf, inParts, isOwnChange } from './batch.ts';
import type { Server } from './server.ts';

/** Sends what the signed-in person has waiting, and keeps what came of each. */
export async function sendWaiting(kept: Kept, server: Server, author: string): Promise<void> {
  for (const part of inParts(await waitingOf(kept, author))) {
    const bundle = await server.ask<Bundle>('POST', '', batchOf(part));
    const answers = answersIn(bundle, part);
    const settled: Entry[] = [];
    for (const [place, entry] of part.entries()) {
      settled.push(...(await after(entry, answers[place], server)));
    }
    await keep(kept, settled);
  }
}

async function after(entry: Entry, answer: Answer, server: Server): Promise<readonly Entry[]> {
  if (answer === undefined) return [];
  if (answer.state !== 'changed-meanwhile') return [{ ...entry, ...answer }];
  if (!('changes' in entry.what)) return [];
  const reference = `Appointment/${entry.what.changes.id}`;
  const standing = await server.ask<Appointment>('GET', reference);
  return isOwnChange(standing, entry)
    ? [{ ...entry, state: 'stands', reference }]
    : [{ ...entry, state: 'overtaken', reference, standing }];
}
