/**
 * What can be true of a living patient. Values outside are slips of the pen, not tests: a pulse of 1240 would be written
 * into the system and believed. All limits are wide on purpose.
 */
export interface PlausibleRange {
  readonly sv: string;
  readonly from: number;
  readonly to: number;
  /** UCUM, as shown to a reader; '' for a score. */
  readonly unit: string;
  /** How finely it is measured: 1 for whole numbers, 0.1 for one decimal, 0.01 for two. */
  readonly step: number;
}

/** As the tables here have it. */
interface SourcedRange extends PlausibleRange {
  readonly source: string;
}

const ASSUMPTION = 'Antagande: vidare än vad som har setts hos levande patienter.';
const NEWS2 = 'Royal College of Physicians, NEWS2, 2017: sju delar om högst 3 poäng, syrgas högst 2.';

const range = (
  sv: string,
  [from, to]: readonly [number, number],
  unit: string,
  step = 1,
  source = ASSUMPTION,
): SourcedRange => ({ sv, from, to, unit, step, source });

/** By the field of a set of vital signs, or of a home measurement. */
export const PLAUSIBLE_MEASUREMENTS: Readonly<Record<string, SourcedRange>> = {
  respiratoryRate: range('andningsfrekvens', [1, 80], '/min'),
  oxygenSaturation: range('syremättnad', [30, 100], '%'),
  systolicPressure: range('systoliskt blodtryck', [30, 300], 'mmHg'),
  heartRate: range('puls', [15, 300], '/min'),
  temperature: range('temperatur', [20, 45], '°C', 0.1),
  systolic: range('övre blodtryck', [30, 300], 'mmHg'),
  diastolic: range('undre blodtryck', [10, 200], 'mmHg'),
};

export const PLAUSIBLE_NEWS2 = range('NEWS2', [0, 20], '', 1, NEWS2);

export const PLAUSIBLE_AGE = range('ålder', [0, 110], 'år');

/** How many times smaller or larger than its usual dose a drug can sensibly be ordered. An assumption. */
export const PLAUSIBLE_DOSE_FACTOR = 20;

/** What is wrong with a value, in words: 'puls är 1240 /min men kan vara 15–300'; nothing where it can be true. */
export function implausible(value: number, { sv, from, to, unit, step }: PlausibleRange): string | undefined {
  const shown = `${sv} är ${decimal(value)}${unit === '' ? '' : ` ${unit}`}`;
  if (value < from || value > to) return `${shown} men kan vara ${decimal(from)}–${decimal(to)}`;
  const steps = value / step;
  if (Math.abs(steps - Math.round(steps)) < 1e-6) return undefined;
  return `${shown} men mäts ${HOW_FINELY[step] ?? `i steg om ${decimal(step)}`}`;
}

const HOW_FINELY: Readonly<Record<number, string>> = {
  1: 'i hela tal',
  0.1: 'med en decimal',
  0.01: 'med två decimaler',
};

/** With a decimal comma, as it is written in Swedish. */
export const decimal = (value: number): string => String(value).replace('.', ',');
