import type { Minute } from '../history/calendar.ts';
import { minuteOfDate } from '../history/calendar.ts';
import { type ContactFact, changedAt, type Fact, type ReportFact } from '../history/facts.ts';
import { type History, isTold } from '../history/history.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import type { Utf8Writer, Written } from '../output/utf8-writer.ts';
import { About } from './about.ts';
import { allergyJson } from './allergy.ts';
import { appointmentId, appointmentJson, encounterJson } from './contact.ts';
import { deathCertificateJson } from './death-certificate.ts';
import { conditionJson } from './diagnosis.ts';
import { type Id, Ids } from './ids.ts';
import { medicationRequestJson } from './medication.ts';
import { observationJson, pressureJson, type Sex } from './observation.ts';
import { patientJson, relatedPersonJson } from './patient.ts';
import { procedureJson } from './procedure.ts';
import { referralJson } from './referral.ts';
import { diagnosticReportJson, orderId, orderJson, resultId } from './report.ts';
import { immunizationJson } from './vaccination.ts';

/** Takes resources, one after another, each as JSON without line breaks. */
export interface ResourceSink {
  /** Where the resource is to be written. */
  begin(type: string, id: Written): Utf8Writer;
  /** It has been written. */
  end(): void;
}

/**
 * Writes a person's history as FHIR R4. Each resource carries when it last changed (`meta.lastUpdated`, the time of
 * the history), so that what is new since a date is known by itself.
 */
export class FhirEmitter {
  readonly #ids: Ids;
  readonly #guard: IdentityGuard;
  readonly #municipalities: ReadonlyMap<string, string>;
  /** `slugs`: the modules' ids as FHIR can bear them; `municipalities`: names by kommunkod. */
  constructor(slugs: readonly string[], guard: IdentityGuard, municipalities: ReadonlyMap<string, string>) {
    this.#ids = new Ids(slugs);
    this.#guard = guard;
    this.#municipalities = municipalities;
  }

  emit(history: History, sink: ResourceSink): void {
    const { person, facts } = history;
    this.#ids.of(person.key);
    this.#register(history, sink);
    const abouts = { subject: new About('subject', person.key), patient: new About('patient', person.key) };
    let underWay: ContactFact | undefined;
    for (const fact of facts) {
      if (fact.kind === 'contact') {
        this.#contact(fact, history, abouts.subject, sink);
        continue;
      }
      if (!isTold(fact, history)) continue;
      // What is written in one contact comes together.
      if (fact.contact !== underWay) {
        underWay = fact.contact;
        const id = underWay === undefined ? undefined : this.#ids.fact(underWay);
        abouts.subject.contact = id;
        abouts.patient.contact = id;
      }
      this.#fact(fact, history, abouts, sink);
    }
  }

  /** What the population register tells: from birth on, or from the beginning of time for those born before it. */
  #register(history: History, sink: ResourceSink): void {
    const { person, guardians, death, pupil, until, since } = history;
    const born = minuteOfDate(person.birthDate);
    if (born >= until) return;
    const changed = death !== undefined && death.at < until ? death.at : (pupil?.since ?? born);
    if (changed >= since) {
      const municipality = this.#municipalities.get(person.municipalityCode) ?? '';
      const out = sink.begin('Patient', { writeTo: (url) => url.text(person.key) });
      patientJson(out, history, changed, municipality, this.#guard);
      sink.end();
    }
    if (born < since) return;
    guardians.forEach((guardian, n) => {
      const id = this.#ids.guardian(n + 1);
      relatedPersonJson(sink.begin('RelatedPerson', id), id, history, guardian, born, this.#guard);
      sink.end();
    });
  }

  #contact(contact: ContactFact, history: History, subject: About, sink: ResourceSink): void {
    const { until, since } = history;
    const { booked, at, cancelled } = contact;
    const id = this.#ids.fact(contact);
    if (booked !== undefined && booked < until) {
      const status = appointmentStatus(contact, until);
      const changed: Minute = status === 'cancelled' ? (cancelled ?? at) : status === 'booked' ? booked : at;
      if (changed >= since) {
        const booking = appointmentId(id);
        appointmentJson(sink.begin('Appointment', booking), booking, contact, subject, status, changed);
        sink.end();
      }
    }
    if (cancelled !== undefined || at >= until) return;
    const changed = changedAt(contact, until);
    if (changed < since) return;
    encounterJson(sink.begin('Encounter', id), id, contact, subject, until, changed);
    sink.end();
  }

  #fact(
    fact: Exclude<Fact, ContactFact>,
    history: History,
    { subject, patient }: Abouts,
    sink: ResourceSink,
  ): void {
    const id = this.#ids.fact(fact);
    const { until, person } = history;
    switch (fact.kind) {
      case 'diagnosis':
        conditionJson(sink.begin('Condition', id), id, fact, subject, until, changedAt(fact, until));
        break;
      case 'measurement': {
        const { test, value, at } = fact;
        observationJson(sink.begin('Observation', id), id, test, value, person.sex, subject, at, at);
        break;
      }
      case 'pressure':
        pressureJson(sink.begin('Observation', id), id, fact, subject);
        break;
      case 'report':
        if (fact.issued < until) this.#report(id, fact, person.sex, subject, sink);
        return;
      case 'prescription':
        medicationRequestJson(
          sink.begin('MedicationRequest', id),
          id,
          fact,
          subject,
          until,
          changedAt(fact, until),
        );
        break;
      case 'procedure':
        procedureJson(sink.begin('Procedure', id), id, fact, subject);
        break;
      case 'referral':
        referralJson(sink.begin('ServiceRequest', id), id, fact, subject);
        break;
      case 'vaccination':
        immunizationJson(sink.begin('Immunization', id), id, fact, patient);
        break;
      case 'allergy':
        allergyJson(sink.begin('AllergyIntolerance', id), id, fact, patient);
        break;
      case 'death':
        deathCertificateJson(sink.begin('DocumentReference', id), id, fact, subject);
    }
    sink.end();
  }

  /** What the laboratory was asked, each result, and its answer. */
  #report(id: Id, fact: ReportFact, sex: Sex, subject: About, sink: ResourceSink): void {
    const order = orderId(id);
    orderJson(sink.begin('ServiceRequest', order), order, fact, subject);
    sink.end();
    fact.results.forEach(({ test, value }, n) => {
      const result = resultId(id, n);
      observationJson(
        sink.begin('Observation', result),
        result,
        test,
        value,
        sex,
        subject,
        fact.at,
        fact.issued,
      );
      sink.end();
    });
    diagnosticReportJson(sink.begin('DiagnosticReport', id), id, fact, subject);
    sink.end();
  }
}

/** The person as resources refer to it. */
interface Abouts {
  readonly subject: About;
  readonly patient: About;
}

/** As it is known at a time. */
function appointmentStatus(
  { at, cancelled }: ContactFact,
  until: Minute,
): 'booked' | 'fulfilled' | 'cancelled' {
  if (cancelled !== undefined && cancelled < until) return 'cancelled';
  return at < until && cancelled === undefined ? 'fulfilled' : 'booked';
}
