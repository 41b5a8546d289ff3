import { type EvidenceEvent, evidenceChannelName } from '../domain/evidence.ts';
import type { Journaling } from './journaling.ts';

/** Ends the stream; nothing a worker says looks like it. */
const END = 'end';

/** Takes what the workers of a cucumber run tell into the journal. */
export function receiveEvents(run: string, journal: Journaling) {
  const name = evidenceChannelName(run);
  const channel = new BroadcastChannel(name);
  const ended = Promise.withResolvers<void>();
  channel.onmessage = ({ data }: { data: unknown }) => {
    if (data === END) ended.resolve();
    else journal.sink(data as EvidenceEvent);
  };
  return {
    /** Resolves when everything that was said before this call is in the journal: what is posted last is read last. */
    async drained(): Promise<void> {
      const last = new BroadcastChannel(name);
      last.postMessage(END);
      await ended.promise;
      last.close();
      channel.close();
    },
  };
}
