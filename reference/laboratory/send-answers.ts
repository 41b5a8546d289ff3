import { factsOfAnswer } from '../faults/at/answer.ts';
import type { Faults } from '../faults/fault.ts';
import { testNamed, type Words } from '../words.ts';
import { type LaboratoryAnswer, writeAnswer } from './hl7/answer.ts';
import type { Courier } from './hl7/deliver.ts';
import { newControlId, type Route } from './hl7/message.ts';

export interface AnswerSender {
  /** Resolves when the answer has arrived, or is reported because it cannot. */
  send(answer: LaboratoryAnswer): Promise<void>;
  /** Resolves when what was under way has arrived, or is reported; what was to be sent later is not sent. */
  close(): Promise<void>;
}

export function createAnswerSender(options: {
  readonly courier: Courier;
  readonly route: Route;
  readonly faults: Faults;
  readonly words: Words;
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the signal is given. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly report: (problem: unknown) => void;
}): AnswerSender {
  const { courier, faults, words, now, pause, report } = options;
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function transmit(answer: LaboratoryAnswer): Promise<void> {
    const message = writeAnswer(answer, { ...options.route, controlId: newControlId(), at: now() });
    const delivery = await courier.deliver(message);
    if (delivery.outcome !== 'accepted') {
      report(
        `Answer ${answer.number} to order ${answer.orderNumber}: ${delivery.outcome}, ${delivery.reason}`,
      );
    }
  }

  async function dispatch(answer: LaboratoryAnswer): Promise<void> {
    const facts = factsOfAnswer(answer, testNamed(words, answer.test.code));
    const planted = faults.pass('answer', answer, facts, { subject: answer.number });
    if (planted?.afterSeconds !== undefined) await pause(planted.afterSeconds * 1_000, closing.signal);
    for (const each of planted?.things ?? [answer]) await transmit(each);
  }

  return {
    send(answer) {
      const sent = dispatch(answer)
        .catch(report)
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
      return sent;
    },
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}
