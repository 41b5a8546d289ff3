import { VITAL_SIGNS } from '../news2.ts';

/** A term of IEEE 11073-10101 as messages write it: '147842^MDC_ECG_HEART_RATE^MDC'. */
export interface MdcTerm {
  readonly code: string;
  readonly refId: string;
}

/** A unit in which a device may send, by the word that people write. */
interface DeviceUnit extends MdcTerm {
  readonly word: string;
}

/** What a device measures. */
export interface Metric extends MdcTerm {
  readonly sv: string;
  readonly en: string;
  /** Where the chart has a name of its own for it. */
  readonly loinc?: string;
  /** UCUM, as the chart writes it. */
  readonly unit: string;
  /** The first is the chart's own. */
  readonly units: readonly [DeviceUnit, ...DeviceUnit[]];
  /** Where in the device it comes about: OBX-4 without the medical device system, VMD.channel.metric. */
  readonly place: string;
}

const unit = (word: string, code: string, refId: string): DeviceUnit => ({ word, code, refId });

const PRESSURES = [
  unit('mmHg', '266016', 'MDC_DIM_MMHG'),
  unit('kPa', '265987', 'MDC_DIM_KILO_PASCAL'),
] as const;

/**
 * What monitors and pumps of the flows send. Sources of the codes: IEEE 11073-10101 as open implementations of it list
 * them, and a maker's description of its HL7 output (docs/sources.md).
 */
export const METRICS = {
  heartRate: {
    code: '147842',
    refId: 'MDC_ECG_HEART_RATE',
    ...pickedFrom('heartRate'),
    units: [unit('/min', '264864', 'MDC_DIM_BEAT_PER_MIN')],
    place: '1.1.1',
  },
  respiratoryRate: {
    code: '151562',
    refId: 'MDC_RESP_RATE',
    ...pickedFrom('respiratoryRate'),
    units: [unit('/min', '264928', 'MDC_DIM_RESP_PER_MIN')],
    place: '2.1.1',
  },
  oxygenSaturation: {
    code: '150456',
    refId: 'MDC_PULS_OXIM_SAT_O2',
    ...pickedFrom('oxygenSaturation'),
    units: [unit('%', '262688', 'MDC_DIM_PERCENT')],
    place: '3.1.1',
  },
  systolicPressure: {
    code: '150021',
    refId: 'MDC_PRESS_BLD_NONINV_SYS',
    ...pickedFrom('systolicPressure'),
    units: PRESSURES,
    place: '4.1.1',
  },
  diastolicPressure: {
    code: '150022',
    refId: 'MDC_PRESS_BLD_NONINV_DIA',
    sv: 'Diastoliskt blodtryck',
    en: 'Diastolic blood pressure',
    loinc: '8462-4',
    unit: 'mm[Hg]',
    units: PRESSURES,
    place: '4.1.2',
  },
  temperature: {
    code: '150344',
    refId: 'MDC_TEMP',
    ...pickedFrom('temperature'),
    units: [unit('°C', '268192', 'MDC_DIM_DEGC'), unit('°F', '266560', 'MDC_DIM_FAHR')],
    place: '5.1.1',
  },
  infusionRate: {
    code: '157784',
    refId: 'MDC_FLOW_FLUID_PUMP',
    sv: 'Infusionshastighet',
    en: 'Infusion rate',
    unit: 'mL/h',
    units: [unit('mL/h', '265266', 'MDC_DIM_MILLI_L_PER_HR')],
    place: '1.1.1',
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** The kinds of device, each by the term of its whole (MDS). */
export const DEVICES = {
  monitor: {
    sv: 'Patientmonitor',
    en: 'Patient monitor',
    code: '69965',
    refId: 'MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS',
  },
  pump: { sv: 'Infusionspump', en: 'Infusion pump', code: '69985', refId: 'MDC_DEV_PUMP_INFUS_MDS' },
} as const satisfies Readonly<Record<string, MdcTerm & { readonly sv: string; readonly en: string }>>;

export type DeviceKind = keyof typeof DEVICES;

/** What a vital sign is called in the chart. */
function pickedFrom(
  sign: 'heartRate' | 'respiratoryRate' | 'oxygenSaturation' | 'systolicPressure' | 'temperature',
) {
  const { sv, en, loinc, unit: chart } = VITAL_SIGNS[sign];
  return { sv, en, loinc, unit: chart };
}
