import { decimal } from '../domain/plausible.ts';
import type { DeckQuestion, KnownAnswer, Ordered } from './deck.ts';

/** What is asked, in a line that a pharmacist reads at a glance: the order first, then what is known of the patient. */
export function askedIn({ patient, known, event }: Omit<DeckQuestion, 'kind' | 'case'>): string {
  const { allergies, conditions, weight, answers, drugs } = known;
  return [
    eventIn(event),
    `${patient.sex === 'female' ? 'kvinna' : 'man'} ${patient.age} år`,
    ...(weight === undefined ? [] : [`${decimal(weight)} kg`]),
    ...allergies.map(({ display }) => display),
    ...conditions.map(({ icd10, display }) => `${display} (${icd10})`),
    ...answers.map(answerTold),
    ...drugs.map((drug) => `har ${orderTold(drug)}`),
  ].join('; ');
}

function eventIn(event: DeckQuestion['event']): string {
  switch (event.kind) {
    case 'order':
      return orderTold(event.order);
    case 'answers':
      return event.answers.map(answerTold).join(', ');
    default: {
      const { values } = event;
      return [
        `AF ${decimal(values.respiratoryRate)}`,
        `SpO₂ ${decimal(values.oxygenSaturation)} %${values.supplementalOxygen ? ' med syrgas' : ''}`,
        `systoliskt ${decimal(values.systolicPressure)}`,
        `puls ${decimal(values.heartRate)}`,
        `${decimal(values.temperature)} °C`,
        values.consciousness === 'A' ? 'vaken' : `medvetande ${values.consciousness}`,
      ].join(', ');
    }
  }
}

function orderTold({ drug: { word, dose, unit, route, timesPerDay, atc }, weekly }: Ordered): string {
  const often = weekly
    ? 'en gång i veckan'
    : `${timesPerDay} ${timesPerDay === 1 ? 'gång' : 'gånger'} per dygn`;
  return `${word} ${decimal(dose)} ${UNITS[unit] ?? unit} ${route} ${often} (${atc})`;
}

const answerTold = ({ test: { word, unit }, value }: KnownAnswer): string =>
  `${word} ${decimal(value)}${unit === null || unit === '1' ? '' : ` ${UNITS[unit] ?? unit}`}`;

/** How units of UCUM read to people. */
const UNITS: Readonly<Record<string, string>> = {
  ug: 'mikrogram',
  '[IU]': 'enheter',
  'mL/min/{1.73_m2}': 'mL/min/1,73 m²',
};
