import { CODING, numberField } from '../../domain/codes/hl7v2.ts';
import type { Minute } from '../history/calendar.ts';
import { minuteOfDate } from '../history/calendar.ts';
import type { AllergyFact, ContactFact, DeathFact, DiagnosisFact, ProcedureFact } from '../history/facts.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import { type Message, pidOf, type Sender } from './message.ts';
import { components, date, segment, timestamp } from './segment.ts';

/** A28: the person becomes known, with the guardians as next of kin. */
export function personAdded({ history, pid }: Sender, guard: IdentityGuard): Message {
  const { person, guardians } = history;
  const kin = guardians.map((guardian, n) => {
    guard(guardian.identifier);
    return segment('NK1', {
      1: `${n + 1}`,
      2: components(guardian.familyName, guardian.givenName),
      3: components(
        'GRD',
        person.household.sharedCustody ? 'Vårdnadshavare, gemensam vårdnad' : 'Vårdnadshavare',
      ),
      33: numberField(guardian.identifier),
    });
  });
  const at = minuteOfDate(person.birthDate);
  return {
    at,
    type: 'ADT^A28^ADT_A05',
    body: evn('A28', at) + pid + kin.join('') + segment('PV1', { 1: '1', 2: 'N' }),
  };
}

/** A01 where somebody is admitted to a bed, else A04. */
export function arrived(sender: Sender, contact: ContactFact): Message {
  const event = contact.plan.form === 'inpatient' ? 'A01' : 'A04';
  const reason = segment('PV2', { 3: components('', contact.plan.reason) });
  return {
    at: contact.at,
    type: `ADT^${event}^ADT_A01`,
    body: evn(event, contact.at) + sender.pid + sender.visit(contact) + reason,
  };
}

/** A03: discharged, or the visit is over. */
export function departed(sender: Sender, contact: ContactFact): Message {
  const visit = sender.visit(contact).replace(/\r$/, `|${timestamp(contact.end)}\r`);
  return { at: contact.end, type: 'ADT^A03^ADT_A03', body: evn('A03', contact.end) + sender.pid + visit };
}

/** A08: what was found and done in a contact. */
export function updated(
  sender: Sender,
  facts: readonly (DiagnosisFact | ProcedureFact | AllergyFact)[],
): Message | undefined {
  const [first] = facts;
  if (first === undefined) return undefined;
  const body = ['allergy', 'diagnosis', 'procedure'].flatMap((kind) =>
    facts.filter((fact) => fact.kind === kind).map((fact, n) => found(fact, n + 1)),
  );
  return {
    at: first.at,
    type: 'ADT^A08^ADT_A01',
    body: evn('A08', first.at) + sender.pid + sender.visit(first.contact) + body.join(''),
  };
}

function found(fact: DiagnosisFact | ProcedureFact | AllergyFact, n: number): string {
  switch (fact.kind) {
    case 'allergy': {
      const { snomed, display, category } = fact.allergen;
      const kind = category === 'medication' ? 'DA' : category === 'food' ? 'FA' : 'EA';
      return segment('AL1', {
        1: `${n}`,
        2: kind,
        3: components(snomed, display, CODING.snomed),
        6: date(fact.at),
      });
    }
    case 'diagnosis': {
      const { code, display } = fact.concept;
      const kind = fact.problem ? 'W' : 'F';
      return segment('DG1', {
        1: `${n}`,
        3: components(code, display, CODING.icd10se),
        5: timestamp(fact.at),
        6: kind,
      });
    }
    default: {
      const { code, display } = fact.concept;
      return segment('PR1', { 1: `${n}`, 3: components(code, display, CODING.kva), 5: timestamp(fact.at) });
    }
  }
}

/** PPR^PC2: a problem has abated. */
export const abated = (
  sender: Sender,
  { concept, at, contact }: DiagnosisFact,
  id: string,
  end: Minute,
): Message => ({
  at: end,
  type: 'PPR^PC2^PPR_PC1',
  body:
    sender.pidAlone +
    sender.shieldedVisit(contact) +
    segment('PRB', {
      1: 'UP',
      2: timestamp(end),
      3: components(concept.code, concept.display, CODING.icd10se),
      4: components(id),
      7: timestamp(at),
      9: timestamp(end),
    }),
});

/** A31: the person has died; the cause as a diagnosis. */
export const died = ({ history }: Sender, { cause, at }: DeathFact, guard: IdentityGuard): Message => ({
  at,
  type: 'ADT^A31^ADT_A05',
  body:
    evn('A31', at) +
    pidOf(history, guard, at) +
    segment('PV1', { 1: '1', 2: 'N' }) +
    segment('DG1', {
      1: '1',
      3: components(cause.code, cause.display, CODING.icd10se),
      5: timestamp(at),
      6: 'F',
      15: '1',
    }),
});

const evn = (event: string, at: Minute): string => segment('EVN', { 1: event, 2: timestamp(at) });
