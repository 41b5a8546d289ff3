import { appointmentId } from '../fhir/contact.ts';
import { type Id, Ids } from '../fhir/ids.ts';
import type { AllergyFact, ContactFact, DiagnosisFact, Fact, ProcedureFact } from '../history/facts.ts';
import type { History } from '../history/history.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import { textOf } from '../output/utf8-writer.ts';
import { abated, arrived, departed, died, personAdded, updated } from './adt.ts';
import { type Message, messageText, type Sender, senderOf } from './message.ts';
import { answered, measured, pressureMeasured } from './oru.ts';
import { prescribed, stopped } from './rde.ts';
import { referred } from './ref.ts';
import { booked, cancelled } from './siu.ts';
import { vaccinated } from './vxu.ts';

/** Takes one message; `type` as 'ADT^A01'. */
export type TakeMessage = (type: string, text: string) => void;

/**
 * Writes a person's history as HL7 v2.5: the same facts as FHIR tells, each as the message that was sent when it
 * happened. Messages are numbered from the first of the history, so a number never changes when the history goes on.
 */
export class Hl7v2Emitter {
  readonly #ids: Ids;
  readonly #guard: IdentityGuard;

  constructor(slugs: readonly string[], guard: IdentityGuard) {
    this.#ids = new Ids(slugs);
    this.#guard = guard;
  }

  emit(history: History, take: TakeMessage): void {
    const { person, facts, until, since } = history;
    this.#ids.of(person.key);
    const sender = senderOf(history, (contact) => textOf(this.#ids.fact(contact)), this.#guard);
    const messages = [personAdded(sender, this.#guard)];
    const add = (message: Message | undefined): void => {
      if (message !== undefined && message.at < until) messages.push(message);
    };
    for (const written of entries(facts)) add(updated(sender, written));
    for (const fact of facts) this.#messagesOf(fact, sender, add);
    messages
      .toSorted((a, b) => a.at - b.at)
      .forEach((message, n) => {
        if (message.at < since || message.at >= until) return;
        const controlId = `${person.key.slice(2)}-${n + 1}`;
        take(message.type.split('^', 2).join('^'), messageText(message, controlId));
      });
  }

  #messagesOf(fact: Fact, sender: Sender, add: (message: Message) => void): void {
    const resource = this.#ids.fact(fact);
    const id = textOf(resource);
    switch (fact.kind) {
      case 'contact':
        for (const message of this.#contact(fact, resource, sender)) add(message);
        return;
      case 'diagnosis':
        if (fact.abated !== undefined) add(abated(sender, fact, id, fact.abated));
        return;
      case 'measurement':
        add(measured(sender, fact, id));
        return;
      case 'pressure':
        add(pressureMeasured(sender, fact, id));
        return;
      case 'report':
        add(answered(sender, fact, resource));
        return;
      case 'prescription':
        add(prescribed(sender, fact, id));
        if (fact.end !== undefined && !fact.isCure) add(stopped(sender, fact, id, fact.end));
        return;
      case 'referral':
        add(referred(sender, fact, id));
        return;
      case 'vaccination':
        add(vaccinated(sender, fact, id));
        return;
      case 'death':
        add(died(sender, fact, this.#guard));
        return;
      default:
    }
  }

  *#contact(contact: ContactFact, id: Id, sender: Sender): Generator<Message> {
    const booking = textOf(appointmentId(id));
    if (contact.booked !== undefined) yield booked(sender, contact, booking, contact.booked);
    if (contact.cancelled !== undefined) {
      yield cancelled(sender, contact, booking, contact.cancelled);
      return;
    }
    yield arrived(sender, contact);
    yield departed(sender, contact);
  }
}

/** Diagnoses, procedures and allergies that were written together. */
function entries(facts: readonly Fact[]): Iterable<readonly (DiagnosisFact | ProcedureFact | AllergyFact)[]> {
  const written = facts.filter(
    (fact) => fact.kind === 'diagnosis' || fact.kind === 'procedure' || fact.kind === 'allergy',
  );
  return Map.groupBy(written, ({ module, entry }) => `${module}/${entry}`).values();
}
