/** One set of vital signs, as a nurse enters them. */
export interface VitalSigns {
  /** breaths/min */
  readonly respiratoryRate: number;
  /** % */
  readonly oxygenSaturation: number;
  readonly supplementalOxygen: boolean;
  /** mmHg */
  readonly systolicPressure: number;
  /** beats/min */
  readonly heartRate: number;
  /** Alert, or newly confused, or responding to voice or pain only, or not at all. */
  readonly consciousness: 'A' | 'C' | 'V' | 'P' | 'U';
  /** °C */
  readonly temperature: number;
}

/** Each measurement of a set: its LOINC code, UCUM unit and Swedish name. Consciousness and oxygen are coded answers. */
export const VITAL_SIGNS = {
  respiratoryRate: { loinc: '9279-1', unit: '/min', sv: 'Andningsfrekvens', en: 'Respiratory rate' },
  oxygenSaturation: { loinc: '59408-5', unit: '%', sv: 'Syremättnad', en: 'Oxygen saturation' },
  supplementalOxygen: { loinc: '107117-4', unit: null, sv: 'Syrgas', en: 'Supplemental oxygen' },
  systolicPressure: {
    loinc: '8480-6',
    unit: 'mm[Hg]',
    sv: 'Systoliskt blodtryck',
    en: 'Systolic blood pressure',
  },
  heartRate: { loinc: '8867-4', unit: '/min', sv: 'Puls', en: 'Heart rate' },
  consciousness: { loinc: '80288-4', unit: null, sv: 'Medvetande', en: 'Consciousness (ACVPU)' },
  temperature: { loinc: '8310-5', unit: 'Cel', sv: 'Temperatur', en: 'Body temperature' },
} as const satisfies Record<keyof VitalSigns, { loinc: string; unit: string | null; sv: string; en: string }>;

export interface News2 {
  readonly score: number;
  /** True when one parameter alone gives 3 points. */
  readonly singleThree: boolean;
}

type Points = 0 | 1 | 2 | 3;
/** Upper bounds, in rising order, each with its points; the last has no bound. */
type Scale = readonly (readonly [upTo: number, points: Points])[];

/**
 * NEWS2 with SpO₂ scale 1. Source: Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017, as
 * rendered by praktiskmedicin.se; scale 2 (hypercapnic respiratory failure) is not used by any flow.
 */
const SCALES = {
  respiratoryRate: [
    [8, 3],
    [11, 1],
    [20, 0],
    [24, 2],
    [Number.POSITIVE_INFINITY, 3],
  ],
  oxygenSaturation: [
    [91, 3],
    [93, 2],
    [95, 1],
    [Number.POSITIVE_INFINITY, 0],
  ],
  systolicPressure: [
    [90, 3],
    [100, 2],
    [110, 1],
    [219, 0],
    [Number.POSITIVE_INFINITY, 3],
  ],
  heartRate: [
    [40, 3],
    [50, 1],
    [90, 0],
    [110, 1],
    [130, 2],
    [Number.POSITIVE_INFINITY, 3],
  ],
  temperature: [
    [35.0, 3],
    [36.0, 1],
    [38.0, 0],
    [39.0, 1],
    [Number.POSITIVE_INFINITY, 2],
  ],
} as const satisfies Partial<Record<keyof VitalSigns, Scale>>;

/** The last value of every band and the first of the next, in rising order. */
const bordersOf = (scale: Scale): readonly number[] =>
  scale.flatMap(([upTo]) => (Number.isFinite(upTo) ? [upTo, upTo + 1] : []));

/** Of each measurement the values on both sides of every border between two bands. */
export const NEWS2_BORDERS = {
  respiratoryRate: bordersOf(SCALES.respiratoryRate),
  oxygenSaturation: bordersOf(SCALES.oxygenSaturation),
  systolicPressure: bordersOf(SCALES.systolicPressure),
  heartRate: bordersOf(SCALES.heartRate),
  // Told apart to a tenth of a degree; divided, since tenths added do not give tenths.
  temperature: SCALES.temperature.flatMap(([upTo]) =>
    Number.isFinite(upTo) ? [upTo, (upTo * 10 + 1) / 10] : [],
  ),
} as const;

const pointsOn = (scale: Scale, value: number): Points => scale.find(([upTo]) => value <= upTo)?.[1] ?? 0;

/** The early warning score of one set of vital signs. */
export function news2(vitals: VitalSigns): News2 {
  const points: Points[] = [
    pointsOn(SCALES.respiratoryRate, vitals.respiratoryRate),
    pointsOn(SCALES.oxygenSaturation, vitals.oxygenSaturation),
    pointsOn(SCALES.systolicPressure, vitals.systolicPressure),
    pointsOn(SCALES.heartRate, vitals.heartRate),
    pointsOn(SCALES.temperature, vitals.temperature),
    vitals.supplementalOxygen ? 2 : 0,
    vitals.consciousness === 'A' ? 0 : 3,
  ];
  return { score: points.reduce<number>((sum, p) => sum + p, 0), singleThree: points.includes(3) };
}
