import { SYSTEMS } from '../domain/codes/systems.ts';
import type { PatientHistory } from '../domain/patient.ts';
import type { DeckQuestion } from './deck.ts';

/** LOINC, body weight (HL7 FHIR Vital Signs). */
const BODY_WEIGHT = { system: SYSTEMS.loinc, code: '29463-7', display: 'Kroppsvikt' } as const;

/**
 * What the record tells of a patient before a question is asked.
 * @param today YYYY-MM-DD; what is known was written yesterday or before, so that it is the latest there is
 */
export function historyOf({ known }: Pick<DeckQuestion, 'known'>, today: string): PatientHistory {
  const since = dayBefore(today);
  return {
    problems: known.conditions.map((condition) => ({ ...condition, since })),
    allergies: known.allergies.map(({ snomed, display }) => ({ snomed, display, since })),
    measurements: [
      ...(known.weight === undefined
        ? []
        : [{ ...BODY_WEIGHT, value: known.weight, unit: 'kg', category: 'vital-signs' as const, at: since }]),
      ...known.answers.map(({ test: { system, code, display, unit }, value }) => ({
        ...{ system, code, display, value, at: since },
        unit: unit ?? '1',
        category: 'laboratory' as const,
      })),
    ],
    drugs: known.drugs.map(({ drug, weekly }) => ({ drug, weekly, since })),
  };
}

const dayBefore = (today: string): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
