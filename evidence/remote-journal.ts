import { randomUUID } from 'node:crypto';
import { type EvidenceEvent, type EvidenceSink, evidenceChannelName } from '../domain/evidence.ts';
import { EvidenceError } from './errors.ts';
import type { Journal } from './journal.ts';

/** What goes between the one thread that writes a run's journal and those that have something to say. */
type Message =
  | { readonly kind: 'event'; readonly event: EvidenceEvent }
  | { readonly kind: 'flush'; readonly id: string }
  | { readonly kind: 'flushed'; readonly id: string; readonly failure?: string };

type Channel = InstanceType<typeof BroadcastChannel>;

/** A journal that another thread writes. */
export interface RemoteJournal {
  readonly sink: EvidenceSink;
  /** Resolves when everything this thread has said is safe on the disk. */
  flush(): Promise<void>;
  close(): void;
}

/** In a worker thread: the journal of a run that the main thread writes. */
export function remoteJournal(run: string): RemoteJournal {
  const channel = new BroadcastChannel(evidenceChannelName(run));
  const say = (message: Message): void => channel.postMessage(message);
  return {
    sink: (event) => say({ kind: 'event', event }),
    flush: () => flushed(channel, say),
    close: () => channel.close(),
  };
}

/** What one thread says is read in the order it was said, so the answer covers all that was said before the question. */
function flushed(channel: Channel, say: (message: Message) => void): Promise<void> {
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const hear = (heard: Event): void => {
      const message = (heard as MessageEvent).data as Message;
      if (message.kind !== 'flushed' || message.id !== id) return;
      channel.removeEventListener('message', hear);
      if (message.failure === undefined) resolve();
      else reject(new EvidenceError('not-written', message.failure));
    };
    channel.addEventListener('message', hear);
    say({ kind: 'flush', id });
  });
}

/** In the main thread: takes what the workers of a run say into its journal. */
export function receiveEvidence(
  run: string,
  { append, flush }: { readonly append: Journal['append']; readonly flush: Journal['flush'] },
): { drained(): Promise<void> } {
  const channel = new BroadcastChannel(evidenceChannelName(run));
  const say = (message: Message): void => channel.postMessage(message);
  let failure: unknown;
  channel.onmessage = ({ data }: { data: unknown }) => {
    const message = data as Message;
    if (message.kind === 'event') {
      try {
        append(message.event);
      } catch (error) {
        failure ??= error; // The next flush of whoever said it tells them, and `drained` the run.
      }
    } else if (message.kind === 'flush') {
      const { id } = message;
      flush().then(
        () => say({ kind: 'flushed', id }),
        (error: unknown) => say({ kind: 'flushed', id, failure: String(error) }),
      );
    }
  };
  return {
    /** Resolves when everything that was said before this call is on the disk. */
    async drained() {
      const last = remoteJournal(run);
      try {
        await last.flush().catch((error: unknown) => {
          failure ??= error;
        });
      } finally {
        last.close();
        channel.close();
      }
      if (failure !== undefined) throw failure;
    },
  };
}
