import { messageInInbox, messageReceived } from '../care/coordination/activities.ts';
import { exactlyOneAnswer, orderOnLaboratoryWorklist } from '../care/laboratory/activities.ts';
import { nameGiven, type Question, type Task } from '../domain/activity.ts';
import { ref } from '../domain/ref.ts';
import type { Actor } from '../domain/role.ts';

/** Where something that was sent must be found when nobody sends anything any more. */
export interface FinalLook {
  /** What the flow calls what was sent. */
  readonly name: string;
  readonly question: Question;
  /** Who looks; the sender when absent. */
  readonly by?: Actor;
}

const SCIENTIST: Actor = { role: 'biomedical-scientist', unit: 'laboratory' };
const RECEIVER: Actor = { role: 'district-nurse', unit: 'municipality' };

/**
 * What must hold, at the end of a run, of everything that these acts of a flow have sent: an order that was answered has
 * one answer, one that was not is on the laboratory's worklist; a message that was acknowledged is known by its sender to
 * be received, one that was not is with its receiver. A flow that stopped early has sent what nobody looked for.
 */
export function finalLooks(acts: readonly Task[]): FinalLook[] {
  const answered = new Set(acts.flatMap((act) => (act.kind === 'answer-order' ? [act.order.ref] : [])));
  const acknowledged = new Set(
    acts.flatMap((act) => (act.kind === 'acknowledge-message' ? [act.message.ref] : [])),
  );
  return acts.flatMap((act): FinalLook[] => {
    const name = nameGiven(act);
    if (name === undefined) return [];
    switch (act.kind) {
      case 'order-test':
        return answered.has(name)
          ? [{ name, question: exactlyOneAnswer(ref(name)) }]
          : [{ name, question: orderOnLaboratoryWorklist(ref(name)), by: SCIENTIST }];
      case 'send-message':
        return acknowledged.has(name)
          ? [{ name, question: messageReceived(ref(name)) }]
          : [{ name, question: messageInInbox(ref(name)), by: RECEIVER }];
      default:
        return [];
    }
  });
}
