import { randomUUID } from 'node:crypto';
import type { Bundle, Observation, Patient, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Alert, Strength } from '../../domain/deck-evidence.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../domain/news2.ts';
import type { CdsCard, CdsHooksClient, CdsService } from '../../systems/cds-hooks/client.ts';
import { coded, quantity } from '../../systems/fhir-r4/concepts.ts';
import { allergy, measurement, prescription, problem } from '../../systems/fhir-r4/known-history.ts';
import type { DeckQuestion } from '../deck.ts';
import { historyOf } from '../history.ts';
import { matching } from '../prefetch.ts';
import { brokenBy, type Said, type Way } from './way.ts';

const STRENGTHS: Readonly<Record<CdsCard['indicator'], Strength>> = {
  critical: 'stop',
  warning: 'warn',
  info: 'info',
};

/** Hooks of the standard by what is asked about. */
const HOOKS: Readonly<Record<DeckQuestion['event']['kind'], readonly string[]>> = {
  order: ['order-select', 'order-sign'],
  vitals: ['patient-view'],
  answers: ['patient-view'],
};

/** The one who is asked about, and the order that is not stored anywhere yet. */
const [PATIENT, ORDER] = ['Patient/kontrollfall', 'MedicationRequest/utkast'];

/**
 * Asks by CDS Hooks, as an electronic record does: everything that a service wants to know is brought along, and nothing is
 * stored. Whoever orders meets the cards of `order-select` and of `order-sign`; what both say counts once.
 * @param now epoch milliseconds
 */
export function cdsHooksWay(client: CdsHooksClient, now: () => number): Way {
  return {
    way: 'cds-hooks',
    atOnce: 8,
    async ask(question): Promise<Said> {
      const hooks = HOOKS[question.event.kind];
      const services = client.services.filter(({ hook }) => hooks.includes(hook));
      if (services.length === 0)
        return {
          outcome: 'not-covered',
          reason: `Beslutsstödet har ingen tjänst för ${hooks.join(' eller ')}.`,
        };
      const record = recordOf(question, new Date(now()));
      try {
        const cards: CdsCard[] = [];
        for (const service of services) cards.push(...(await client.call(service, callOf(service, record))));
        return { outcome: 'answered', alerts: alertsIn(cards) };
      } catch (error) {
        return brokenBy(error);
      }
    },
    close: () => client.close(),
  };
}

const alertsIn = (cards: readonly CdsCard[]): Alert[] => {
  const alerts = cards.map(({ indicator, summary, detail }) => ({
    strength: STRENGTHS[indicator],
    text: [summary, detail].filter((part) => part !== undefined).join('. '),
  }));
  return [...new Map(alerts.map((alert) => [JSON.stringify(alert), alert])).values()];
};

interface PatientRecord {
  readonly resources: readonly Resource[];
  /** What is about to be signed. */
  readonly draft: Resource | undefined;
}

/** The patient's record as FHIR: what is known, and what has just been measured or answered. */
function recordOf(question: DeckQuestion, now: Date): PatientRecord {
  const { patient, event } = question;
  const today = now.toISOString().slice(0, 10);
  const history = historyOf(question, today);
  const numbered = (resource: Resource, index: number): Resource => ({ id: `k${index}`, ...resource });
  const person: Patient = {
    resourceType: 'Patient',
    id: PATIENT.slice('Patient/'.length),
    gender: patient.sex,
    birthDate: bornFor(patient.age, today),
  };
  const order = event.kind === 'order' ? prescription(PATIENT, { ...event.order, since: today }) : undefined;
  return {
    resources: [
      person,
      ...[
        ...history.problems.map(({ icd10, display, since }) => problem(PATIENT, icd10, display, since)),
        ...history.allergies.map(({ snomed, display, since }) => allergy(PATIENT, snomed, display, since)),
        ...(history.measurements ?? []).map((each) => measurement(PATIENT, each)),
        ...(history.drugs ?? []).map((each) => prescription(PATIENT, each)),
        ...(event.kind === 'vitals' ? [panelOf(event.values, now)] : []),
        ...(event.kind === 'answers'
          ? event.answers.map(({ test: { system, code, display, unit }, value }) =>
              measurement(PATIENT, {
                ...{ system, code, display, value, category: 'laboratory', at: now.toISOString() },
                unit: unit ?? '1',
              }),
            )
          : []),
      ].map(numbered),
    ],
    draft: order && { ...order, id: ORDER.slice('MedicationRequest/'.length), status: 'draft' },
  };
}

/** Somebody of this age today, and for months to come. */
export const bornFor = (age: number, today: string): string =>
  new Date(Date.parse(`${Number(today.slice(0, 4)) - age}-${today.slice(5)}T12:00:00Z`) - AGED)
    .toISOString()
    .slice(0, 10);

/** A hundred days past the birthday. */
const AGED = 100 * 86_400_000;

function panelOf(values: VitalSigns, now: Date): Observation {
  const component = Object.entries(VITAL_SIGNS).map(([sign, { loinc, sv, unit }]) => {
    const value = values[sign as keyof VitalSigns];
    return {
      code: coded(SYSTEMS.loinc, loinc, sv),
      ...(typeof value === 'number' ? { valueQuantity: quantity(value, unit ?? '1') } : {}),
      ...(typeof value === 'boolean' ? { valueBoolean: value } : {}),
      ...(typeof value === 'string' ? { valueCodeableConcept: { text: value } } : {}),
    };
  });
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
    code: coded(SYSTEMS.loinc, '85353-1', 'Vitalparametrar'),
    subject: { reference: PATIENT },
    effectiveDateTime: now.toISOString(),
    component,
  };
}

function callOf({ hook, prefetch = {} }: CdsService, { resources, draft }: PatientRecord) {
  const patientId = PATIENT.slice('Patient/'.length);
  const draftOrders: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: draft === undefined ? [] : [{ resource: draft }],
  };
  return {
    hook,
    hookInstance: randomUUID(),
    context: {
      userId: 'Practitioner/kontrollfall',
      patientId,
      ...(draft === undefined ? {} : { draftOrders }),
      ...(hook === 'order-select' ? { selections: [ORDER] } : {}),
    },
    prefetch: Object.fromEntries(
      Object.entries(prefetch).map(([key, query]) => [key, matching(query, patientId, resources)]),
    ),
  };
}
