import { randomUUID } from 'node:crypto';
import { type EvidenceEvent, type EvidenceSink, evidenceChannelName } from '../domain/evidence.ts';
import { EvidenceError } from './errors.ts';
import type { Journal } from './journal.ts';

/** What goes between the one thread that writes a run's journal and those that have something to say. */
type Message =
  | { readonly kind: 'event'; readonly event: EvidenceEvent }
  | { readonly kind: 'flush'; readonly id: string }
  | { readonly kind: 'flushed'; readonly id: string; readonly failure?: string; readonly isOver: boolean };

type Channel = InstanceType<typeof BroadcastChannel>;

/** A journal that another thread writes. */
export interface RemoteJournal {
  readonly sink: EvidenceSink;
  /** Resolves when everything this thread has said is safe on the disk. */
  flush(): Promise<void>;
  /** Whether the run was interrupted: what has not begun does not begin. */
  isOver(): Promise<boolean>;
  close(): void;
}

/** In a worker thread: the journal of a run that the main thread writes. */
export function remoteJournal(run: string): RemoteJournal {
  const channel = new BroadcastChannel(evidenceChannelName(run));
  const say = (message: Message): void => channel.postMessage(message);
  return {
    sink: (event) => say({ kind: 'event', event }),
    flush: async () => void (await flushed(channel, say)),
    isOver: () => flushed(channel, say),
    close: () => channel.close(),
  };
}

/**
 * What one thread says is read in the order it was said, so the answer covers all that was said before the question.
 * @returns whether the run was interrupted
 */
function flushed(channel: Channel, say: (message: Message) => void): Promise<boolean> {
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const hear = (heard: Event): void => {
      const message = (heard as MessageEvent).data as Message;
      if (message.kind !== 'flushed' || message.id !== id) return;
      channel.removeEventListener('message', hear);
      if (message.failure === undefined) resolve(message.isOver);
      else reject(new EvidenceError('not-written', message.failure));
    };
    channel.addEventListener('message', hear);
    say({ kind: 'flush', id });
  });
}

/**
 * In the main thread: takes what the workers of a run say into its journal.
 * @param signal aborted when the run is interrupted
 */
export function receiveEvidence(
  run: string,
  { append, flush, signal }: Pick<Journal, 'append' | 'flush'> & { readonly signal?: AbortSignal },
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
      const answer = (failure: { readonly failure?: string }): void =>
        say({ kind: 'flushed', id, isOver: signal?.aborted === true, ...failure });
      flush().then(
        () => answer({}),
        (error: unknown) => answer({ failure: String(error) }),
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
