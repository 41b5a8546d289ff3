import type { Minute } from '../history/calendar.ts';
import { minuteOfDate } from '../history/calendar.ts';
import { type ContactFact, changedAt, type Fact } from '../history/facts.ts';
import { type History, isTold } from '../history/history.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import { allergyJson } from './allergy.ts';
import { appointmentId, appointmentJson, encounterJson } from './contact.ts';
import { deathCertificateJson } from './death-certificate.ts';
import { conditionJson } from './diagnosis.ts';
import { Ids } from './ids.ts';
import { joined } from './json.ts';
import { medicationRequestJson } from './medication.ts';
import { observationJson, pressureJson } from './observation.ts';
import { patientJson, relatedPersonJson } from './patient.ts';
import { procedureJson } from './procedure.ts';
import { referralJson } from './referral.ts';
import { diagnosticReportJson, orderId, orderJson, resultId } from './report.ts';
import { immunizationJson } from './vaccination.ts';

/** Takes one resource as one line of JSON, without line break. */
export type TakeResource = (type: string, id: string, json: string) => void;

/**
 * Writes a person's history as FHIR R4. Each resource carries when it last changed (`meta.lastUpdated`, the time of
 * the history), so that what is new since a date is known by itself.
 */
export class FhirEmitter {
  readonly #ids: Ids;
  readonly #guard: IdentityGuard;
  readonly #municipalities: ReadonlyMap<string, string>;
  #contactUnderWay: ContactFact | undefined;
  #encounter = '';

  /** `slugs`: the modules' ids as FHIR can bear them; `municipalities`: names by kommunkod. */
  constructor(slugs: readonly string[], guard: IdentityGuard, municipalities: ReadonlyMap<string, string>) {
    this.#ids = new Ids(slugs);
    this.#guard = guard;
    this.#municipalities = municipalities;
  }

  emit(history: History, take: TakeResource): void {
    const { person, facts } = history;
    this.#ids.of(person.key);
    this.#register(history, take);
    const subject = joined(`"subject":{"reference":"Patient/${person.key}"}`);
    for (const fact of facts) {
      if (fact.kind === 'contact') this.#contact(fact, history, subject, take);
      else if (isTold(fact, history)) this.#fact(fact, history, subject, take);
    }
  }

  /** What the population register tells: from birth on, or from the beginning of time for those born before it. */
  #register(history: History, take: TakeResource): void {
    const { person, guardians, death, until, since } = history;
    const born = minuteOfDate(person.birthDate);
    if (born >= until) return;
    const changed = death !== undefined && death.at < until ? death.at : born;
    if (changed >= since) {
      const municipality = this.#municipalities.get(person.municipalityCode) ?? '';
      take('Patient', person.key, patientJson(history, changed, municipality, this.#guard));
    }
    if (born < since) return;
    guardians.forEach((guardian, n) => {
      const id = this.#ids.own(`vh-${n + 1}`);
      take('RelatedPerson', id, relatedPersonJson(id, history, guardian, born, this.#guard));
    });
  }

  #contact(contact: ContactFact, history: History, subject: string, take: TakeResource): void {
    const { until, since, person } = history;
    const { booked, at, cancelled } = contact;
    const id = this.#ids.fact(contact);
    if (booked !== undefined && booked < until) {
      const status = appointmentStatus(contact, until);
      const changed: Minute = status === 'cancelled' ? (cancelled ?? at) : status === 'booked' ? booked : at;
      if (changed >= since) {
        take('Appointment', appointmentId(id), appointmentJson(id, contact, person.key, status, changed));
      }
    }
    if (cancelled !== undefined || at >= until) return;
    const changed = changedAt(contact, until);
    if (changed >= since) take('Encounter', id, encounterJson(id, contact, subject, until, changed));
  }

  /** What is written in one contact comes together. */
  #encounterOf(contact: ContactFact | undefined): string {
    if (contact === undefined) return '';
    if (contact === this.#contactUnderWay) return this.#encounter;
    this.#contactUnderWay = contact;
    this.#encounter = joined(`,"encounter":{"reference":"Encounter/${this.#ids.fact(contact)}"}`);
    return this.#encounter;
  }

  #fact(fact: Exclude<Fact, ContactFact>, history: History, subject: string, take: TakeResource): void {
    const id = this.#ids.fact(fact);
    const encounter = this.#encounterOf(fact.contact);
    const { until, person } = history;
    switch (fact.kind) {
      case 'diagnosis':
        take('Condition', id, conditionJson(id, fact, subject, encounter, until, changedAt(fact, until)));
        return;
      case 'measurement': {
        const { test, value, at } = fact;
        take('Observation', id, observationJson(id, test, value, person.sex, subject, encounter, at, at));
        return;
      }
      case 'pressure':
        take('Observation', id, pressureJson(id, fact, subject, encounter));
        return;
      case 'report':
        if (fact.issued >= until) return;
        take('ServiceRequest', orderId(id), orderJson(id, fact, subject, encounter));
        fact.results.forEach(({ test, value }, n) => {
          const result = resultId(id, n);
          take(
            'Observation',
            result,
            observationJson(result, test, value, person.sex, subject, encounter, fact.at, fact.issued),
          );
        });
        take('DiagnosticReport', id, diagnosticReportJson(id, fact, subject, encounter));
        return;
      case 'prescription':
        take(
          'MedicationRequest',
          id,
          medicationRequestJson(id, fact, subject, encounter, until, changedAt(fact, until)),
        );
        return;
      case 'procedure':
        take('Procedure', id, procedureJson(id, fact, subject, encounter));
        return;
      case 'referral':
        take('ServiceRequest', id, referralJson(id, fact, subject, encounter));
        return;
      case 'vaccination':
        take('Immunization', id, immunizationJson(id, fact, person.key, encounter));
        return;
      case 'allergy':
        take('AllergyIntolerance', id, allergyJson(id, fact, person.key, encounter));
        return;
      case 'death':
        take('DocumentReference', id, deathCertificateJson(id, fact, subject));
    }
  }
}

/** As it is known at a time. */
function appointmentStatus(
  { at, cancelled }: ContactFact,
  until: Minute,
): 'booked' | 'fulfilled' | 'cancelled' {
  if (cancelled !== undefined && cancelled < until) return 'cancelled';
  return at < until && cancelled === undefined ? 'fulfilled' : 'booked';
}
